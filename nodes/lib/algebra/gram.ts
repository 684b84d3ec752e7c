import type { Matrix } from '../matrix.ts';
import type { Pacer } from '../optimise/pacer.ts';
import type { Standardisation } from './standardise.ts';
import { dotAt } from './vector.ts';

/** Rows taken at once: two columns of a block fit the fastest cache and one dot product joins them. */
const BLOCK = 128;

/**
 * ZᵀWZ / ΣW of the standardised columns z, both triangles filled: size columns × columns, row-major, ones
 * on the diagonal (zeros for constant columns). `stride` takes every stride-th row only, for an estimate.
 */
export async function standardisedGram(
  x: Matrix,
  weights: Float64Array,
  { shift, factor }: Standardisation,
  pacer: Pacer,
  stride = 1,
): Promise<Float64Array> {
  const size = x.columns;
  const gram = new Float64Array(size * size);
  const block = new Float64Array(size * BLOCK);
  const roots = new Float64Array(BLOCK);
  let total = 0;
  for (let from = 0; from < x.rows; from += BLOCK * stride) {
    const rows = Math.min(BLOCK, Math.ceil((x.rows - from) / stride));
    for (let b = 0; b < rows; b++) {
      const weight = weights[from + b * stride]!;
      total += weight;
      roots[b] = Math.sqrt(weight);
    }
    for (let b = 0; b < rows; b++) {
      const at = (from + b * stride) * size;
      const root = roots[b]!;
      for (let j = 0; j < size; j++) {
        block[j * BLOCK + b] = (x.data[at + j]! - shift[j]!) * factor[j]! * root;
      }
    }
    for (let i = 0; i < size; i++) {
      for (let j = 0; j <= i; j++) {
        const product = dotAt(block, i * BLOCK, block, j * BLOCK, rows);
        gram[i * size + j] = gram[i * size + j]! + product;
      }
      const turn = pacer();
      if (turn) await turn;
    }
  }
  return mirrored(gram, size, total > 0 ? 1 / total : 0);
}

function mirrored(gram: Float64Array, size: number, scale: number): Float64Array {
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= i; j++) {
      const value = gram[i * size + j]! * scale;
      gram[i * size + j] = value;
      gram[j * size + i] = value;
    }
  }
  return gram;
}
