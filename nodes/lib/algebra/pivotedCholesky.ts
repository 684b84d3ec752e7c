import type { Pacer } from '../optimise/pacer.ts';
import { cholesky, choleskySolve } from './cholesky.ts';

/** A ≈ F·Fᵀ with F of full column rank: size × rank, row-major, rows in the order of A's. */
export type LowRankFactor = {
  readonly factor: Float64Array;
  readonly size: number;
  readonly rank: number;
};

/**
 * Factors a symmetric positive semi-definite matrix and finds its rank: the largest remaining diagonal
 * entry is eliminated next (of equal ones the first), until none is above `tolerance` × the largest of
 * all (Higham, "Analysis of the Cholesky decomposition of a semi-definite matrix", 1990).
 * `matrix` is row-major with both triangles filled, and is overwritten.
 */
export async function pivotedCholesky(
  matrix: Float64Array,
  size: number,
  tolerance: number,
  pacer: Pacer,
): Promise<LowRankFactor> {
  const columns: Float64Array[] = [];
  const done = new Uint8Array(size);
  let threshold = 0;
  for (;;) {
    const turn = pacer();
    if (turn) await turn;
    const pivot = largestDiagonal(matrix, size, done);
    const left = pivot < 0 ? 0 : matrix[pivot * size + pivot]!;
    if (columns.length === 0) threshold = tolerance * left;
    if (!(left > threshold)) break;
    done[pivot] = 1;
    columns.push(eliminate(matrix, size, pivot, done));
  }
  const rank = columns.length;
  const factor = new Float64Array(size * rank);
  for (const [k, column] of columns.entries()) {
    for (let i = 0; i < size; i++) factor[i * rank + k] = column[i]!;
  }
  return { factor, size, rank };
}

/**
 * The shortest x that minimises ‖A·x − b‖, for A = F·Fᵀ: F·M⁻¹·M⁻¹·Fᵀ·b with M = Fᵀ·F.
 * Returns a solver that overwrites b with x.
 */
export async function pseudoInverse(
  { factor, size, rank }: LowRankFactor,
  pacer: Pacer,
): Promise<(vector: Float64Array) => void> {
  const inner = new Float64Array(rank * rank);
  for (let i = 0; i < size; i++) {
    const turn = pacer();
    if (turn) await turn;
    for (let a = 0; a < rank; a++) {
      const left = factor[i * rank + a]!;
      if (left === 0) continue;
      for (let b = 0; b <= a; b++) {
        inner[a * rank + b] = inner[a * rank + b]! + left * factor[i * rank + b]!;
      }
    }
  }
  await cholesky(inner, rank, 0, pacer);
  return (vector) => {
    const small = new Float64Array(rank);
    for (let i = 0; i < size; i++) {
      for (let k = 0; k < rank; k++) small[k] = small[k]! + factor[i * rank + k]! * vector[i]!;
    }
    choleskySolve(inner, rank, small);
    choleskySolve(inner, rank, small);
    for (let i = 0; i < size; i++) {
      let sum = 0;
      for (let k = 0; k < rank; k++) sum += factor[i * rank + k]! * small[k]!;
      vector[i] = sum;
    }
  };
}

/** The first row not yet done whose diagonal entry is the largest; −1 once all are done. */
function largestDiagonal(matrix: Float64Array, size: number, done: Uint8Array): number {
  let best = -1;
  for (let i = 0; i < size; i++) {
    if (done[i] === 1) continue;
    if (best < 0 || matrix[i * size + i]! > matrix[best * size + best]!) best = i;
  }
  return best;
}

/** Takes the pivot's share out of the remaining matrix and returns the factor's column. */
function eliminate(
  matrix: Float64Array,
  size: number,
  pivot: number,
  done: Uint8Array,
): Float64Array {
  const column = new Float64Array(size);
  const root = Math.sqrt(matrix[pivot * size + pivot]!);
  column[pivot] = root;
  for (let i = 0; i < size; i++) {
    if (done[i] === 0) column[i] = matrix[i * size + pivot]! / root;
  }
  for (let i = 0; i < size; i++) {
    if (done[i] === 1) continue;
    const share = column[i]!;
    const row = i * size;
    for (let j = 0; j < size; j++) matrix[row + j] = matrix[row + j]! - share * column[j]!;
  }
  return column;
}
