import { adjacency, neighbours, type Adjacency } from './adjacency.ts';
import { MinHeap } from './minHeap.ts';
import type { Graph } from './types.ts';

export type Ordering = {
  /** Node ids, each after all that lead to it; nodes on or behind a cycle are missing. */
  readonly order: readonly string[];
  /** The ids around one cycle, in the direction of the wires, the document's first node first. */
  readonly cycle?: readonly string[];
};

/**
 * The order in which nodes can run (Kahn's algorithm). Among nodes that could be next, the one
 * that stands first in the document is taken, so that equal documents give equal orders.
 */
export function topologicalOrder(graph: Graph): Ordering {
  return orderOf(adjacency(graph));
}

export function orderOf(graph: Adjacency): Ordering {
  const { ids, next, previous } = graph;
  const size = ids.length;
  const waiting = new Int32Array(size);
  const ready = new MinHeap();
  for (let node = 0; node < size; node += 1) {
    waiting[node] = previous.start[node + 1]! - previous.start[node]!;
    if (waiting[node] === 0) ready.push(node);
  }
  const order: string[] = [];
  for (let node = ready.pop(); node !== undefined; node = ready.pop()) {
    order.push(ids[node]!);
    waiting[node] = -1;
    const end = next.start[node + 1]!;
    for (let at = next.start[node]!; at < end; at += 1) {
      const after = next.nodes[at]!;
      waiting[after]! -= 1;
      if (waiting[after] === 0) ready.push(after);
    }
  }
  return order.length === size ? { order } : { order, cycle: findCycle(graph, waiting) };
}

/** Going against the wires through nodes that never became ready must come round. */
function findCycle({ ids, previous }: Adjacency, waiting: Int32Array): string[] {
  const seenAt = new Map<number, number>();
  const path: number[] = [];
  let node = waiting.findIndex((count) => count > 0);
  while (!seenAt.has(node)) {
    seenAt.set(node, path.length);
    path.push(node);
    node = neighbours(previous, node).find((before) => (waiting[before] ?? 0) > 0) ?? node;
  }
  const cycle = path.slice(seenAt.get(node)).toReversed();
  const first = cycle.indexOf(cycle.reduce((a, b) => Math.min(a, b)));
  return [...cycle.slice(first), ...cycle.slice(0, first)].map((index) => ids[index] as string);
}
