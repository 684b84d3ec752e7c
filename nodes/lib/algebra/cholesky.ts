import type { Pacer } from '../optimise/pacer.ts';
import { dotAt } from './vector.ts';

/**
 * Factors a symmetric positive definite matrix A = L·Lᵀ in place (row-major, size × size): the lower
 * triangle becomes L, the upper one is not read and not written.
 *
 * Resolves to false, leaving `matrix` half done, as soon as a pivot is at most `tolerance` × its diagonal
 * entry: the matrix is singular to that precision.
 */
export async function cholesky(
  matrix: Float64Array,
  size: number,
  tolerance: number,
  pacer: Pacer,
): Promise<boolean> {
  for (let i = 0; i < size; i++) {
    const turn = pacer();
    if (turn) await turn;
    const row = i * size;
    const diagonal = matrix[row + i]!;
    for (let j = 0; j < i; j++) {
      const other = j * size;
      const rest = matrix[row + j]! - dotAt(matrix, row, matrix, other, j);
      matrix[row + j] = rest / matrix[other + j]!;
    }
    const pivot = diagonal - dotAt(matrix, row, matrix, row, i);
    if (!(pivot > tolerance * diagonal)) return false;
    matrix[row + i] = Math.sqrt(pivot);
  }
  return true;
}

/** Solves L·Lᵀ·x = b in place, `vector` being b and then x. */
export function choleskySolve(factor: Float64Array, size: number, vector: Float64Array): void {
  for (let i = 0; i < size; i++) {
    const known = dotAt(factor, i * size, vector, 0, i);
    vector[i] = (vector[i]! - known) / factor[i * size + i]!;
  }
  for (let i = size - 1; i >= 0; i--) {
    // Column-wise, so that the factor is read along its rows.
    const value = vector[i]! / factor[i * size + i]!;
    vector[i] = value;
    for (let j = 0; j < i; j++) vector[j] = vector[j]! - factor[i * size + j]! * value;
  }
}
