/** From node to node along the wires: to what comes after or before, and among those beside. */
import type { PipelineNode } from '#schemas/types.ts';
import type { DocumentSlice } from '../store/state.ts';

export type Way = 'after' | 'before' | 'above' | 'below';

type Graph = Pick<DocumentSlice, 'nodesById' | 'edgesById'>;

/**
 * After and before go along a wire, to the highest of several. Above and below go among the nodes that share a source
 * or a target with this one, in the order in which they stand, and round at the end. Undefined where there is none.
 */
export function nextAlong(graph: Graph, id: string, way: Way): string | undefined {
  if (way === 'after' || way === 'before') return neighbours(graph, id, way)[0]?.id;
  const shared = [
    ...neighbours(graph, id, 'before').flatMap((node) => neighbours(graph, node.id, 'after')),
    ...neighbours(graph, id, 'after').flatMap((node) => neighbours(graph, node.id, 'before')),
  ];
  const beside = [...new Set(shared)].toSorted(byHeight);
  const at = beside.findIndex((node) => node.id === id);
  if (at === -1 || beside.length < 2) return undefined;
  return beside.at((at + (way === 'below' ? 1 : -1)) % beside.length)?.id;
}

function neighbours(
  { nodesById, edgesById }: Graph,
  id: string,
  way: 'after' | 'before',
): readonly PipelineNode[] {
  const found = new Set<PipelineNode>();
  for (const { from, to } of edgesById.values()) {
    const [own, other] = way === 'after' ? [from, to] : [to, from];
    const node = own.node === id ? nodesById.get(other.node) : undefined;
    if (node !== undefined) found.add(node);
  }
  return [...found].toSorted(byHeight);
}

const byHeight = (a: PipelineNode, b: PipelineNode): number =>
  a.position.y - b.position.y || a.position.x - b.position.x;
