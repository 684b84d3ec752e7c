/** Small learning tasks for the tests of this room, the same on every machine. */
import { createRandom } from '#nodes/lib/random/random.ts';
import type { DenseData, DenseSpec } from '#nodes/sdk/context.ts';

/** `rows` points of `columns` standard normal features; the target is `of` the features. */
export function makeData(
  rows: number,
  columns: number,
  of: (x: ArrayLike<number>) => number,
  seed = 1,
): DenseData {
  const random = createRandom(seed);
  const data = Float32Array.from({ length: rows * columns }, () => random.normal());
  const y = Float64Array.from({ length: rows }, (_, row) =>
    of(data.subarray(row * columns, (row + 1) * columns)),
  );
  return { x: { rows, columns, data }, y };
}

/** Which side of the line x₀ = x₁ a point lies on. */
export const side = (x: ArrayLike<number>): number => (x[0]! > x[1]! ? 1 : 0);

/** Three classes by angle. */
export const third = (x: ArrayLike<number>): number =>
  Math.floor(((Math.atan2(x[0]!, x[1]!) / Math.PI + 1) / 2) * 2.999999);

export function makeSpec(parts: Partial<DenseSpec> = {}): DenseSpec {
  return {
    task: 'classification',
    inputs: 4,
    outputs: 1,
    layers: [{ units: 8, activation: 'relu', dropout: 0 }],
    epochs: 3,
    batchSize: 32,
    learningRate: 0.01,
    optimizer: 'adam',
    l2: 0,
    patience: 0,
    seed: 1,
    ...parts,
  };
}

/** A signal that nobody aborts. */
export const never = (): AbortSignal => new AbortController().signal;
