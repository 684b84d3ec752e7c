import type { Pacer } from '#nodes/lib/optimise/pacer.ts';
import { hashSeed } from '#nodes/lib/random/hashSeed.ts';
import { createRandom } from '#nodes/lib/random/random.ts';

/** Swaps between two looks at the clock: some milliseconds, cache misses included. */
const SWAPS = 1 << 16;

/**
 * Writes the order of the training rows in one epoch to `order`: a Fisher–Yates shuffle that gives way, as ten
 * million rows take most of a second. It depends on seed and epoch alone, not on the epochs before, so that an
 * epoch can be repeated by itself.
 */
export async function orderEpoch(
  order: Int32Array,
  seed: number,
  epoch: number,
  pacer: Pacer,
): Promise<void> {
  const random = createRandom(hashSeed(seed, 'order', epoch));
  for (let i = 0; i < order.length; i++) order[i] = i;
  let last = order.length - 1;
  while (last > 0) {
    const until = Math.max(0, last - SWAPS);
    for (; last > until; last--) swap(order, last, random.integer(last + 1));
    const turn = pacer();
    if (turn) await turn;
  }
}

function swap(values: Int32Array, a: number, b: number): void {
  const kept = values[a]!;
  values[a] = values[b]!;
  values[b] = kept;
}
