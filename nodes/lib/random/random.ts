import { encodeParts, type SeedPart } from './hashSeed.ts';
import { murmur3 } from './murmur3.ts';
import { xoshiro128 } from './xoshiro128.ts';

/** A stream of draws that depends on its seed alone: the same on every machine and in every process. */
export type Random = {
  /** A whole number in [0, 2^32). */
  uint32(): number;
  /** A number in [0, 1) with 53 random bits. */
  uniform(): number;
  /** A whole number in [0, bound), every one equally likely; bound is 1 to 2^32. */
  integer(bound: number): number;
  /** A draw of the standard normal distribution. */
  normal(): number;
};

/** Different start constants turn one seed into four unrelated words. */
const WORD_SEEDS = [0x9e3779b9, 0x243f6a88, 0xb7e15162, 0x6a09e667];

export function createRandom(seed: SeedPart): Random {
  const bytes = encodeParts([seed]);
  const words = WORD_SEEDS.map((wordSeed) => murmur3(bytes, wordSeed));
  if (!words.some((word) => word !== 0)) words[0] = 1;
  const uint32 = xoshiro128(words);
  // Two statements: the order in which the two halves are drawn is part of the promise.
  const uniform = () => {
    const high = uint32() >>> 5;
    return (high * 0x4000000 + (uint32() >>> 6)) / 0x20000000000000;
  };
  return {
    uint32,
    uniform,
    integer: (bound) => integerBelow(uint32, bound),
    normal: normals(uniform),
  };
}

/** Rejects the draws of the incomplete last block, which would favour small numbers. */
function integerBelow(uint32: () => number, bound: number): number {
  if (!Number.isInteger(bound) || bound < 1 || bound > 0x100000000) {
    throw new RangeError(`The bound of a random whole number must be 1 to 2^32, not ${bound}.`);
  }
  const limit = 0x100000000 - (0x100000000 % bound);
  let draw = uint32();
  while (draw >= limit) draw = uint32();
  return draw % bound;
}

/** Marsaglia's polar method: each accepted pair gives two draws, the second is kept for the next call. */
function normals(uniform: () => number): () => number {
  let spare: number | null = null;
  return () => {
    if (spare !== null) {
      const kept = spare;
      spare = null;
      return kept;
    }
    let x = 0;
    let y = 0;
    let square = 0;
    do {
      x = 2 * uniform() - 1;
      y = 2 * uniform() - 1;
      square = x * x + y * y;
    } while (square >= 1 || square === 0);
    const scale = Math.sqrt((-2 * Math.log(square)) / square);
    spare = y * scale;
    return x * scale;
  };
}
