import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  MAX_FLOAT32,
  matrixColumn,
  matrixFromRows,
  matrixRow,
  selectRows,
  toFloat32,
} from './matrix.ts';

const matrix = matrixFromRows([
  [1, 2, 3],
  [4, 5, 6],
]);

describe('Matrix', () => {
  it('is row-major', () => {
    expect(matrix).toMatchObject({ rows: 2, columns: 3 });
    expect(matrixRow(matrix, 1)).toEqual(Float32Array.of(4, 5, 6));
    expect(matrixColumn(matrix, 1)).toEqual(Float64Array.of(2, 5));
    expect(selectRows(matrix, [1, 1, 0]).data).toEqual(Float32Array.of(4, 5, 6, 4, 5, 6, 1, 2, 3));
  });

  it('knows its columns without rows, and refuses ragged rows', () => {
    expect(matrixFromRows([], 3)).toMatchObject({ rows: 0, columns: 3 });
    expect(() => matrixFromRows([[1, 2], [3]])).toThrow('Row 1 has 1 values, expected 2.');
  });

  it('keeps the kind of numbers when rows are chosen', () => {
    const doubles = { rows: 1, columns: 1, data: Float64Array.of(0.1) };
    expect(selectRows(doubles, [0]).data).toEqual(Float64Array.of(0.1));
  });
});

describe('toFloat32', () => {
  it('is the nearest single, kept finite', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true }), (value) => {
        const single = toFloat32(value);
        expect(Math.fround(single)).toBe(single);
        expect(Math.abs(single)).toBeLessThanOrEqual(MAX_FLOAT32);
        if (Math.abs(value) < MAX_FLOAT32) expect(single).toBe(Math.fround(value));
      }),
    );
    expect(toFloat32(1e308)).toBe(MAX_FLOAT32);
    expect(toFloat32(-Infinity)).toBe(-MAX_FLOAT32);
    expect(toFloat32(Number.NaN)).toBeNaN();
  });
});
