import { downstream, upstream } from './reach.ts';
import type { Graph } from './types.ts';

/** What a run is asked for. */
export type Wish = {
  /** These nodes and all that they need; all nodes where it is absent. */
  readonly targets?: readonly string[] | undefined;
  /** Nodes whose result is kept: nothing before them is needed for their sake. */
  readonly pinned: ReadonlySet<string>;
  /** Nodes whose results leave the graph, whatever comes after them in it. */
  readonly given?: readonly string[];
};

/**
 * The ids of the nodes that a run takes; undefined where it takes all. Of a whole graph those are left out that only
 * lead to pinned ones.
 */
export function wanted(
  graph: Graph,
  { targets, pinned, given = [] }: Wish,
): ReadonlySet<string> | undefined {
  if (targets === undefined && pinned.size === 0) return undefined;
  return upstream(withoutWiresInto(graph, pinned), targets ?? [...ends(graph, pinned), ...given]);
}

/** The ids of the given nodes and all that they lead to; a pinned node hears of nothing before it. */
export function afresh(
  graph: Graph,
  from: Iterable<string>,
  pinned: ReadonlySet<string>,
): ReadonlySet<string> {
  return downstream(withoutWiresInto(graph, pinned), from);
}

/** What nothing comes after, and what is pinned: shown either way. */
function ends({ nodes, edges }: Graph, pinned: ReadonlySet<string>): string[] {
  const leading = new Set(edges.map(({ from }) => from.node));
  return nodes.flatMap(({ id }) => (!leading.has(id) || pinned.has(id) ? [id] : []));
}

function withoutWiresInto(graph: Graph, pinned: ReadonlySet<string>): Graph {
  if (pinned.size === 0) return graph;
  return { ...graph, edges: graph.edges.filter(({ to }) => !pinned.has(to.node)) };
}
