import type { Matrix } from '../matrix.ts';
import type { Pacer } from '../optimise/pacer.ts';
import type { Standardisation } from './standardise.ts';

/** Rows taken at once: two columns of a block fit the fastest cache and one dot product joins them. */
const BLOCK = 128;

/**
 * ZᵀWZ / ΣW of the standardised columns z, both triangles filled: size columns × columns, row-major, ones
 * on the diagonal (zeros for constant columns). With `ones` a column of ones (an intercept) is added as the
 * last one.
 */
export async function standardisedGram(
  x: Matrix,
  weights: Float64Array,
  { shift, factor }: Standardisation,
  pacer: Pacer,
  ones = false,
): Promise<Float64Array> {
  const { columns } = x;
  const size = columns + (ones ? 1 : 0);
  const gram = new Float64Array(size * size);
  // One column more, always 0, so that columns can be taken in pairs.
  const block = new Float64Array((size + 1) * BLOCK);
  const roots = new Float64Array(BLOCK);
  let total = 0;
  for (let from = 0; from < x.rows; from += BLOCK) {
    const rows = Math.min(BLOCK, x.rows - from);
    if (rows < BLOCK) block.fill(0);
    for (let b = 0; b < rows; b++) {
      const weight = weights[from + b]!;
      total += weight;
      roots[b] = Math.sqrt(weight);
    }
    for (let b = 0; b < rows; b++) {
      const at = (from + b) * columns;
      const root = roots[b]!;
      for (let j = 0; j < columns; j++) {
        block[j * BLOCK + b] = (x.data[at + j]! - shift[j]!) * factor[j]! * root;
      }
      if (ones) block[columns * BLOCK + b] = root;
    }
    for (let i = 0; i < size; i += 2) {
      addPairs(block, i, gram, size);
      const turn = pacer();
      if (turn) await turn;
    }
  }
  return mirrored(gram, size, total > 0 ? 1 / total : 0);
}

/**
 * Adds the products of columns i and i + 1 with all columns up to them to the lower triangle: two by two,
 * so that four loads serve four products. Entries right of the diagonal come along and are overwritten
 * later.
 */
function addPairs(block: Float64Array, i: number, gram: Float64Array, size: number): void {
  const a = i * BLOCK;
  const b = a + BLOCK;
  for (let j = 0; j <= i; j += 2) {
    const c = j * BLOCK;
    const d = c + BLOCK;
    let ac = 0;
    let ad = 0;
    let bc = 0;
    let bd = 0;
    for (let r = 0; r < BLOCK; r++) {
      const va = block[a + r]!;
      const vb = block[b + r]!;
      const vc = block[c + r]!;
      const vd = block[d + r]!;
      ac += va * vc;
      ad += va * vd;
      bc += vb * vc;
      bd += vb * vd;
    }
    const top = i * size + j;
    gram[top] = gram[top]! + ac;
    if (j + 1 < size) gram[top + 1] = gram[top + 1]! + ad;
    if (i + 1 < size) {
      gram[top + size] = gram[top + size]! + bc;
      gram[top + size + 1] = gram[top + size + 1]! + bd;
    }
  }
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
