import type { Matrix } from '../matrix.ts';

/**
 * How to bring columns to mean 0 and standard deviation 1: z = (x − shift) · factor. The factor of a
 * constant column is 0, which takes the column out of any computation.
 */
export type Standardisation = { readonly shift: Float64Array; readonly factor: Float64Array };

/**
 * Weighted mean and standard deviation (ddof 0) of each column. `weights` has one entry per row and a
 * positive sum. Not centred (`shift` 0, root mean square instead of deviation) where `centre` is false.
 */
export function standardisation(
  x: Matrix,
  weights: Float64Array,
  centre: boolean,
): Standardisation {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const shift = centre ? weightedMeans(x, weights, total) : new Float64Array(x.columns);
  const squares = new Float64Array(x.columns);
  const varies = new Uint8Array(x.columns);
  for (let i = 0; i < x.rows; i++) {
    const at = i * x.columns;
    for (let j = 0; j < x.columns; j++) {
      const gap = x.data[at + j]! - shift[j]!;
      squares[j] = squares[j]! + weights[i]! * gap * gap;
      if (x.data[at + j] !== x.data[j]) varies[j] = 1;
    }
  }
  // Without centring a constant column is as good as any other, unless it is zero.
  const factor = squares.map((sum, j) =>
    sum > 0 && (varies[j] === 1 || !centre) ? 1 / Math.sqrt(sum / total) : 0,
  );
  return { shift, factor };
}

function weightedMeans(x: Matrix, weights: Float64Array, total: number): Float64Array {
  const sums = new Float64Array(x.columns);
  for (let i = 0; i < x.rows; i++) {
    const at = i * x.columns;
    const weight = weights[i]!;
    for (let j = 0; j < x.columns; j++) sums[j] = sums[j]! + weight * x.data[at + j]!;
  }
  return sums.map((sum) => sum / total);
}
