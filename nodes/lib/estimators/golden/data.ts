import { standardisation } from '../../algebra/standardise.ts';
import type { Matrix } from '../../matrix.ts';
import type { TrainingData } from '../types.ts';

/** Training data for the tests, from flat row-major numbers. */
export function trainingData(
  values: readonly number[],
  y: readonly number[],
  classes: readonly string[] | null,
  weights?: readonly number[],
): TrainingData {
  const columns = values.length / y.length;
  return {
    x: { rows: y.length, columns, data: Float32Array.from(values) },
    y: Float64Array.from(y),
    classes,
    ...(weights && { weights: Float64Array.from(weights) }),
    featureNames: Array.from({ length: columns }, (_, j) => `x${j}`),
  };
}

/** Every column at mean 0 and standard deviation 1 (computed in double precision, then Float32). */
export function standardised(values: readonly number[], columns: number): number[] {
  const x: Matrix = {
    rows: values.length / columns,
    columns,
    data: Float64Array.from(values),
  };
  const { shift, factor } = standardisation(x, new Float64Array(x.rows).fill(1), true);
  return values.map((value, i) => (value - shift[i % columns]!) * factor[i % columns]!);
}

/** Row weights 1, 1.5, 2, 1.25, 1.75, 1, …, as in the golden fits. */
export function unevenWeights(rows: number): number[] {
  return Array.from({ length: rows }, (_, i) => 1 + ((i * 7) % 5) / 4);
}

/** 26 classes that overlap, 50 rows each and 8 features, by whole-number arithmetic. */
export function letters(): TrainingData {
  const y = Array.from({ length: 1300 }, (_, i) => i % 26);
  const values = y.flatMap((c, i) =>
    Array.from(
      { length: 8 },
      (_, j) =>
        ((7919 * (i * 8 + j) + 13 * j) % 1009) / 504.5 - 1 + (((c * (2 * j + 1)) % 7) - 3) / 4,
    ),
  );
  return trainingData(values, y, Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ'));
}
