import { expect, test } from 'vitest';
import { MAX_FLOAT32 } from '#nodes/lib/matrix.ts';
import { gatherRows, gatherValues } from './gather.ts';

test('rows come in the order asked for, and the rest of the buffer stays', () => {
  const matrix = { rows: 3, columns: 2, data: Float32Array.of(0, 1, 10, 11, 20, 21) };
  const out = new Float32Array(6).fill(-1);
  expect([...gatherRows(matrix, [2, 0], out)]).toEqual([20, 21, 0, 1]);
  expect([...out]).toEqual([20, 21, 0, 1, -1, -1]);
});

test('a number beyond Float32 becomes the largest one', () => {
  const matrix = { rows: 1, columns: 2, data: Float64Array.of(1e308, -1e308) };
  expect([...gatherRows(matrix, [0], new Float32Array(2))]).toEqual([MAX_FLOAT32, -MAX_FLOAT32]);
});

test('values come in the order asked for', () => {
  expect([...gatherValues(Float64Array.of(5, 6, 7), [2, 2, 0], new Float64Array(4))]).toEqual([
    7, 7, 5,
  ]);
});
