import { createRandom } from '#nodes/lib/random/random.ts';
import { hashSeed } from '#nodes/lib/random/hashSeed.ts';

/**
 * Masks for one layer: each value 0 with probability `rate`, otherwise 1 / (1 − rate), so that the expected
 * output is the same as without dropout. One stream for the whole training: no mask comes twice.
 * The returned array is reused by the next call.
 */
export function dropoutMasks(
  rate: number,
  seed: number,
  layer: number,
): (size: number) => Float32Array {
  const random = createRandom(hashSeed(seed, 'dropout', layer));
  const threshold = rate * 0x100000000;
  const kept = 1 / (1 - rate);
  let buffer = new Float32Array(0);
  return (size) => {
    if (buffer.length < size) buffer = new Float32Array(size);
    for (let i = 0; i < size; i++) buffer[i] = random.uint32() < threshold ? 0 : kept;
    return buffer.subarray(0, size);
  };
}
