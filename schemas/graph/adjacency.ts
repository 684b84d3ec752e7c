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

// Plain loops over flat arrays, here and in the rules below: a graph is mostly judged once in a process, before the
// compiler has seen this code, and then a callback or a view for each node costs more than what it does.
export function adjacency({ nodes, edges }: Graph): Adjacency {
  const ids: string[] = [];
  const indexOf = new Map<string, number>();
  for (const { id } of nodes) {
    // Where an id stands twice, the first node has it.
    if (!indexOf.has(id)) indexOf.set(id, ids.length);
    ids.push(id);
  }
  const froms = new Int32Array(edges.length);
  const tos = new Int32Array(edges.length);
  let count = 0;
  for (const { from, to } of edges) {
    const source = indexOf.get(from.node);
    const sink = indexOf.get(to.node);
    if (source === undefined || sink === undefined) continue;
    froms[count] = source;
    tos[count] = sink;
    count += 1;
  }
  const [sources, sinks] = [froms.subarray(0, count), tos.subarray(0, count)];
  const size = ids.length;
  return { ids, indexOf, next: group(sources, sinks, size), previous: group(sinks, sources, size) };
}

/** The nodes beside one node; one that is wired twice stands twice. */
export function neighbours(of: Neighbours, node: number): Int32Array {
  return of.nodes.subarray(of.start[node], of.start[node + 1]);
}

function group(keys: Int32Array, values: Int32Array, size: number): Neighbours {
  const count = keys.length;
  const start = new Int32Array(size + 1);
  for (let i = 0; i < count; i += 1) start[keys[i]! + 1]! += 1;
  for (let node = 0; node < size; node += 1) start[node + 1]! += start[node]!;
  const fill = start.slice();
  const nodes = new Int32Array(count);
  for (let i = 0; i < count; i += 1) {
    const key = keys[i]!;
    nodes[fill[key]!] = values[i]!;
    fill[key]! += 1;
  }
  return { start, nodes };
}
