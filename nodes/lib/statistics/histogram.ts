/** `edges` has one more entry than `counts`; bin b is [edges[b], edges[b + 1]), the last one closed. */
export type Histogram = { readonly edges: number[]; readonly counts: number[] };

/** Sturges' number of bins for n numbers: ⌈log₂ n + 1⌉, and 1 for none. */
export function sturges(n: number): number {
  return n < 1 ? 1 : Math.ceil(Math.log2(n) + 1);
}

/**
 * Equal-width bins from the smallest to the largest number; as many as Sturges' rule says unless given.
 * Equal numbers get one bin of width 1 around them. Null for an empty list.
 */
export function histogram(
  values: ArrayLike<number>,
  bins = sturges(values.length),
): Histogram | null {
  if (values.length === 0) return null;
  let low = Infinity;
  let high = -Infinity;
  for (let i = 0; i < values.length; i++) {
    low = Math.min(low, values[i]!);
    high = Math.max(high, values[i]!);
  }
  const edges = low === high ? [low - 0.5, high + 0.5] : evenEdges(low, high, bins);
  return { edges, counts: countBins(values, edges) };
}

/** How many numbers fall into each bin of `edges` (rising). Numbers outside are not counted. */
export function countBins(values: ArrayLike<number>, edges: readonly number[]): number[] {
  const counts = Array.from({ length: edges.length - 1 }, () => 0);
  const last = edges.length - 1;
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    if (!(value >= edges[0]! && value <= edges[last]!)) continue;
    const bin = Math.min(lastAtMost(edges, value), last - 1);
    counts[bin] = counts[bin]! + 1;
  }
  return counts;
}

/** The edges are computed as a weighted mean of both ends: `high − low` may overflow. */
export function evenEdges(low: number, high: number, bins: number): number[] {
  return Array.from({ length: bins + 1 }, (_, b) =>
    b === bins ? high : low * (1 - b / bins) + high * (b / bins),
  );
}

function lastAtMost(edges: readonly number[], value: number): number {
  let from = 0;
  let to = edges.length - 1;
  while (from < to) {
    const middle = (from + to + 1) >> 1;
    if (edges[middle]! <= value) from = middle;
    else to = middle - 1;
  }
  return from;
}
