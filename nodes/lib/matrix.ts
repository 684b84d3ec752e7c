/**
 * A dense table of numbers: `rows` × `columns`, row-major, so that value (i, j) is `data[i * columns + j]`.
 * Training tables are Float32 (half the memory, and what TensorFlow.js takes); results are Float64.
 */
export type Matrix = {
  readonly rows: number;
  readonly columns: number;
  readonly data: Float32Array | Float64Array;
};

/** The largest finite Float32; numbers beyond it would become infinite in a training table. */
export const MAX_FLOAT32 = 3.4028234663852886e38;

/**
 * The Float32 that stands for a number in a training table: nearest value, and the largest finite
 * one for numbers beyond the range, so that a column holding 1e308 never turns into infinity.
 * NaN stays NaN.
 */
export function toFloat32(value: number): number {
  if (value > MAX_FLOAT32) return MAX_FLOAT32;
  if (value < -MAX_FLOAT32) return -MAX_FLOAT32;
  return Math.fround(value);
}

/** A Float32 matrix from rows of equal length. `columns` is needed where there may be no row. */
export function matrixFromRows(
  rows: readonly (readonly number[])[],
  columns = rows[0]?.length ?? 0,
): Matrix {
  const data = new Float32Array(rows.length * columns);
  for (const [i, row] of rows.entries()) {
    if (row.length !== columns) {
      throw new RangeError(`Row ${i} has ${row.length} values, expected ${columns}.`);
    }
    for (let j = 0; j < columns; j++) data[i * columns + j] = toFloat32(row[j]!);
  }
  return { rows: rows.length, columns, data };
}

/** Row `index` as a view: no copy is made, so it must not be written to. */
export function matrixRow(matrix: Matrix, index: number): Float32Array | Float64Array {
  return matrix.data.subarray(index * matrix.columns, (index + 1) * matrix.columns);
}

/** A copy of column `index`, length `rows`. */
export function matrixColumn(matrix: Matrix, index: number): Float64Array {
  const out = new Float64Array(matrix.rows);
  for (let i = 0; i < matrix.rows; i++) out[i] = matrix.data[i * matrix.columns + index]!;
  return out;
}

/** A new matrix of the chosen rows, in the order (and with the repetitions) of `indices`. */
export function selectRows(matrix: Matrix, indices: ArrayLike<number>): Matrix {
  const { columns, data } = matrix;
  const size = indices.length * columns;
  const out = data instanceof Float32Array ? new Float32Array(size) : new Float64Array(size);
  for (let i = 0; i < indices.length; i++) {
    const from = indices[i]! * columns;
    out.set(data.subarray(from, from + columns), i * columns);
  }
  return { rows: indices.length, columns, data: out };
}
