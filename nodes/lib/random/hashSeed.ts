import { murmur3 } from './murmur3.ts';

/** What a seed is made of: the run's seed, a node id, a layer's name, a fold's number. */
export type SeedPart = number | string;

/**
 * The seed of one thing inside a run: `hashSeed(runSeed, nodeId, 'layer', 2)`.
 *
 * Returns a uint32 that is never 0, because TensorFlow.js ignores a seed of 0. Every part counts with
 * its type and length: ('ab', 'c') and ('a', 'bc'), or 1 and '1', give different seeds.
 */
export function hashSeed(runSeed: SeedPart, ...parts: readonly SeedPart[]): number {
  return murmur3(encodeParts([runSeed, ...parts])) || 0x9e3779b9;
}

/** One byte string per list of parts, without ambiguity; numbers in their shortest decimal form. */
export function encodeParts(parts: readonly SeedPart[]): Uint8Array {
  const text = parts
    .map((part) => (typeof part === 'number' ? `n${part};` : `s${part.length}:${part};`))
    .join('');
  return new TextEncoder().encode(text);
}
