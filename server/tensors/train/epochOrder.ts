import { createRandom } from '#nodes/lib/random/random.ts';
import { hashSeed } from '#nodes/lib/random/hashSeed.ts';
import { shuffle } from '#nodes/lib/random/shuffle.ts';

/**
 * The order of the training rows in one epoch, written to `order`. It depends on seed and epoch alone, not on
 * the epochs before, so that an epoch can be repeated by itself.
 */
export function orderEpoch(order: Int32Array, seed: number, epoch: number): Int32Array {
  for (let i = 0; i < order.length; i++) order[i] = i;
  return shuffle(order, createRandom(hashSeed(seed, 'order', epoch)));
}
