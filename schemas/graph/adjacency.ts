import type { Graph } from './types.ts';

/**
 * The graph as numbers: nodes by their place in the document, neighbours in two flat arrays (those
 * of node i stand from start[i] up to start[i + 1]). Edges to nodes that do not exist are left out.
 */
export type Adjacency = {
  readonly ids: readonly string[];
  readonly indexOf: ReadonlyMap<string, number>;
  readonly next: Neighbours;
  readonly previous: Neighbours;
};

export type Neighbours = { readonly start: Int32Array; readonly nodes: Int32Array };

export function adjacency(graph: Graph): Adjacency {
  const ids = graph.nodes.map((node) => node.id);
  const indexOf = new Map<string, number>();
  ids.forEach((id, index) => {
    // Where an id stands twice, the first node has it.
    if (!indexOf.has(id)) indexOf.set(id, index);
  });
  const froms: number[] = [];
  const tos: number[] = [];
  for (const { from, to } of graph.edges) {
    const source = indexOf.get(from.node);
    const sink = indexOf.get(to.node);
    if (source === undefined || sink === undefined) continue;
    froms.push(source);
    tos.push(sink);
  }
  const size = ids.length;
  return { ids, indexOf, next: group(froms, tos, size), previous: group(tos, froms, size) };
}

/** The nodes beside one node; one that is wired twice stands twice. */
export function neighbours(of: Neighbours, node: number): Int32Array {
  return of.nodes.subarray(of.start[node], of.start[node + 1]);
}

function group(keys: readonly number[], values: readonly number[], size: number): Neighbours {
  const start = new Int32Array(size + 1);
  for (const key of keys) start[key + 1] = (start[key + 1] ?? 0) + 1;
  for (let node = 0; node < size; node += 1) {
    start[node + 1] = (start[node + 1] ?? 0) + (start[node] ?? 0);
  }
  const fill = start.slice();
  const nodes = new Int32Array(keys.length);
  keys.forEach((key, index) => {
    const place = fill[key] ?? 0;
    nodes[place] = values[index] ?? 0;
    fill[key] = place + 1;
  });
  return { start, nodes };
}
