/**
 * xoshiro128** 1.1 (Blackman & Vigna, public domain): period 2^128 − 1, passes BigCrush, and works in
 * 32-bit integers, which is what JavaScript does exactly and fast.
 *
 * @param seed four 32-bit words, not all zero; copied.
 * @returns a function that draws the next uint32.
 */
export function xoshiro128(seed: ArrayLike<number>): () => number {
  let a = seed[0]! | 0;
  let b = seed[1]! | 0;
  let c = seed[2]! | 0;
  let d = seed[3]! | 0;
  if (seed.length !== 4 || (a | b | c | d) === 0) {
    throw new RangeError('xoshiro128 needs four words that are not all zero.');
  }
  return () => {
    const scaled = Math.imul(b, 5);
    const result = Math.imul((scaled << 7) | (scaled >>> 25), 9);
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = (d << 11) | (d >>> 21);
    return result >>> 0;
  };
}
