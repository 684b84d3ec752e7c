import type { Random } from './random.ts';

/** Shuffles in place (Fisher–Yates, Durstenfeld's form): every order is equally likely. */
export function shuffle(values: Int32Array, random: Random): Int32Array {
  for (let i = values.length - 1; i > 0; i--) {
    const j = random.integer(i + 1);
    const kept = values[i]!;
    values[i] = values[j]!;
    values[j] = kept;
  }
  return values;
}

/** The whole numbers 0 to `length` − 1 in random order. */
export function permutation(length: number, random: Random): Int32Array {
  const order = new Int32Array(length);
  for (let i = 0; i < length; i++) order[i] = i;
  return shuffle(order, random);
}
