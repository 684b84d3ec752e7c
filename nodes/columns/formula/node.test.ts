import { expect, it } from 'vitest';
import { call, col, lit } from '#nodes/sdk/expressions/build.ts';
import type { PlanNode } from '#nodes/sdk/node.ts';
import { Table } from '#nodes/sdk/plan/table.ts';
import { node } from './node.ts';

const table = Table.declared({
  columns: [{ name: 'Price', type: 'float64', meaning: 'number', role: 'target' }],
});

function plan(params: object): Table {
  const own = { expression: lit(1), into: 'new', name: 'result', column: '', ...params };
  return (node as PlanNode<object>).plan({ params: own, inputs: { table }, seed: 1 });
}

it.each([
  ['no formula', { expression: null }, 'expression-empty'],
  ['a name that is taken, whatever its case', { name: 'price ' }, 'column-repeated'],
  ['no name', { name: ' ' }, 'column-name-empty'],
  ['no column to replace', { into: 'existing' }, 'param-required'],
  ['a column to replace that is not there', { into: 'existing', column: 'x' }, 'column-unknown'],
  ['a column that the formula knows alone', { expression: col('x') }, 'column-unknown'],
  ['a sum of texts', { expression: call('add', 'a', 1) }, 'expression-argument-type'],
])('refuses %s', (_, params, code) => {
  expect(() => plan(params)).toThrow(expect.objectContaining({ code, kind: 'user' }));
});

it('gives what is always missing a type that can be kept', () => {
  expect(plan({ expression: lit(null) }).column('result')).toMatchObject({ type: 'text' });
});
