import type { Edge } from '#schemas/types.ts';

type Edges = ReadonlyMap<string, Edge>;
type ByNode = ReadonlyMap<string, readonly Edge[]>;

/** The wires of a graph by the nodes that they lead to, in the document's order; found once while no wire changes. */
export const wiresInto = grouped(({ to }) => to.node);

/** The same by the nodes that they come from. */
export const wiresOutOf = grouped(({ from }) => from.node);

function grouped(nodeOf: (edge: Edge) => string): (edgesById: Edges) => ByNode {
  const known = new WeakMap<Edges, ByNode>();
  return (edgesById) => {
    const before = known.get(edgesById);
    if (before !== undefined) return before;
    const found = Map.groupBy(edgesById.values(), nodeOf);
    known.set(edgesById, found);
    return found;
  };
}

/** The nodes that some lead to, those included. */
export function behind(edgesById: Edges, from: Iterable<string>): ReadonlySet<string> {
  const leaving = wiresOutOf(edgesById);
  const reached = new Set(from);
  // A set grows while it is walked.
  for (const id of reached) for (const { to } of leaving.get(id) ?? []) reached.add(to.node);
  return reached;
}
