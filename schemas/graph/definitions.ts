import type { Definition, Edge, PipelineNode } from '../types.ts';
import { topologicalOrder } from './order.ts';

type Definitions = Readonly<Record<string, Definition>>;

/** The ids around one circle of definitions that contain each other, or undefined. */
export function definitionCycle(
  definitions: Definitions,
  runs: (node: PipelineNode) => string | undefined,
): readonly string[] | undefined {
  // A definition that runs another is an edge between them, so it is the same question.
  const edges: Edge[] = [];
  for (const [id, definition] of Object.entries(definitions)) {
    for (const node of definition.nodes) {
      const inner = runs(node);
      if (inner === undefined) continue;
      edges.push({ from: { node: id, port: 'runs' }, to: { node: inner, port: 'runs' } });
    }
  }
  const nodes = Object.keys(definitions).map((id) => ({
    id,
    type: 'definition',
    version: 1,
    params: {},
    position: { x: 0, y: 0 },
  }));
  return topologicalOrder({ nodes, edges }).cycle;
}
