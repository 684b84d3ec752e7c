import { adjacency, neighbours, type Adjacency, type Neighbours } from './adjacency.ts';
import type { Graph } from './types.ts';

/** The ids of all nodes that lead to the given ones, those included where they exist. */
export function upstream(graph: Graph, from: Iterable<string>): ReadonlySet<string> {
  const whole = adjacency(graph);
  return reach(whole, whole.previous, from);
}

/** The ids of all nodes that the given ones lead to, those included where they exist. */
export function downstream(graph: Graph, from: Iterable<string>): ReadonlySet<string> {
  const whole = adjacency(graph);
  return reach(whole, whole.next, from);
}

export function reach(
  graph: Adjacency,
  along: Neighbours,
  from: Iterable<string>,
): ReadonlySet<string> {
  const reached = new Set<string>();
  const left: number[] = [];
  const visit = (node: number): void => {
    const id = graph.ids[node] as string;
    if (reached.has(id)) return;
    reached.add(id);
    left.push(node);
  };
  for (const id of from) {
    const node = graph.indexOf.get(id);
    if (node !== undefined) visit(node);
  }
  for (let node = left.pop(); node !== undefined; node = left.pop()) {
    neighbours(along, node).forEach(visit);
  }
  return reached;
}

/** The ids on a shortest way from one node to another, both included; undefined if there is none. */
export function shortestWay(graph: Adjacency, from: string, to: string): string[] | undefined {
  const start = graph.indexOf.get(from);
  const end = graph.indexOf.get(to);
  if (start === undefined || end === undefined) return undefined;
  const cameFrom = new Map<number, number>([[start, start]]);
  for (const node of cameFrom.keys()) {
    // A Map can grow while it is iterated, so it is the queue as well.
    if (node === end) break;
    for (const after of neighbours(graph.next, node)) {
      if (!cameFrom.has(after)) cameFrom.set(after, node);
    }
  }
  if (!cameFrom.has(end)) return undefined;
  const way = [end];
  for (let node = end; node !== start;) {
    node = cameFrom.get(node) ?? start;
    way.push(node);
  }
  return way.toReversed().map((node) => graph.ids[node] as string);
}
