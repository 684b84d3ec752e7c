import type { Edge } from '#schemas/types.ts';

type Edges = ReadonlyMap<string, Edge>;

const known = new WeakMap<Edges, ReadonlyMap<string, readonly Edge[]>>();

/** The wires of a graph by the nodes that they lead to, in the document's order; found once while no wire changes. */
export function wiresInto(edgesById: Edges): ReadonlyMap<string, readonly Edge[]> {
  const before = known.get(edgesById);
  if (before !== undefined) return before;
  const into = Map.groupBy(edgesById.values(), ({ to }) => to.node);
  known.set(edgesById, into);
  return into;
}
