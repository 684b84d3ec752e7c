import { expect, it } from 'vitest';
import type { Json } from '#schemas/types.ts';
import type { PlanNode } from '#nodes/sdk/node.ts';
import { node } from './node.ts';

const plan = (columns: readonly Json[], rows: readonly Json[]) =>
  (node as PlanNode<object>).plan({ params: { columns, rows }, inputs: {}, seed: 1 });

const age = { name: 'age', type: 'integer' };

it.each([
  ['a value of another type', [age], [[1], ['old']], 'value-not-convertible'],
  ['a fraction as a whole number', [age], [[1.5]], 'value-not-convertible'],
  [
    'a day that does not exist',
    [{ name: 'd', type: 'date' }],
    [['2023-02-29']],
    'value-not-convertible',
  ],
  ['more cells than columns', [age], [[1, 2]], 'manual-table.row-too-long'],
  ['two columns of one name', [age, { name: 'Age', type: 'text' }], [], 'column-repeated'],
  ['a column without a name', [{ name: '', type: 'text' }], [], 'column-name-empty'],
  ['no columns', [], [], 'columns-none'],
])('refuses %s', (_, columns, rows, code) => {
  expect(() => plan(columns, rows)).toThrow(expect.objectContaining({ code, kind: 'user' }));
});

it('names the row and the value', () => {
  const params = { column: 'age', row: 2, value: 'old', expected: 'int64' };
  expect(() => plan([age], [[1], ['old']])).toThrow(expect.objectContaining({ params }));
});
