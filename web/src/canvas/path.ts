/** What hangs together with a node by wires. */
import { downstream, upstream } from '#schemas/graph.ts';
import type { DocumentSlice } from '../store/state.ts';
import type { Lit } from './canvasState.ts';

/** Undefined where nothing leads to it and it leads nowhere. */
export function pathThrough(
  id: string,
  { nodesById, edgesById }: Pick<DocumentSlice, 'nodesById' | 'edgesById'>,
): Lit | undefined {
  const graph = { nodes: [...nodesById.values()], edges: [...edgesById.values()] };
  const [before, after] = [upstream(graph, [id]), downstream(graph, [id])];
  if (before.size + after.size <= 2) return undefined;
  const edges = [...edgesById].flatMap(([key, { from, to }]) => {
    const isOn = (way: ReadonlySet<string>): boolean => way.has(from.node) && way.has(to.node);
    return isOn(before) || isOn(after) ? [key] : [];
  });
  return { nodes: new Set([...before, ...after]), edges: new Set(edges) };
}
