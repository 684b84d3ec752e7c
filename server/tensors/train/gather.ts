import { toFloat32, type Matrix } from '#nodes/lib/matrix.ts';

/**
 * Copies chosen rows of `matrix` to the start of `out`, row-major, and returns that part of it. This is the
 * only copy of the training rows that a training makes: one batch's worth at a time.
 */
export function gatherRows(
  matrix: Matrix,
  rows: ArrayLike<number>,
  out: Float32Array,
): Float32Array {
  const { columns, data } = matrix;
  const isSingle = data instanceof Float32Array;
  for (let i = 0; i < rows.length; i++) {
    const from = rows[i]! * columns;
    const to = i * columns;
    // A 1e308 in a Float64 table becomes the largest Float32, as it does when the model answers.
    if (isSingle) for (let j = 0; j < columns; j++) out[to + j] = data[from + j]!;
    else for (let j = 0; j < columns; j++) out[to + j] = toFloat32(data[from + j]!);
  }
  return out.subarray(0, rows.length * columns);
}

export function gatherValues(
  values: Float64Array,
  rows: ArrayLike<number>,
  out: Float64Array,
): Float64Array {
  for (let i = 0; i < rows.length; i++) out[i] = values[rows[i]!]!;
  return out.subarray(0, rows.length);
}
