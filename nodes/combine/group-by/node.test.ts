import { expect, it } from 'vitest';
import type { PlanNode } from '#nodes/sdk/node.ts';
import { Table } from '#nodes/sdk/plan/table.ts';
import { node } from './node.ts';

const table = Table.declared({
  columns: [
    { name: 'city', type: 'text', meaning: 'category', role: 'feature' },
    { name: 'price', type: 'float64', meaning: 'number', role: 'target' },
  ],
});

function plan(params: object): Table {
  const own = { keys: ['city'], measures: [], count: true, countName: 'count', ...params };
  return (node as PlanNode<object>).plan({ params: own, inputs: { table }, seed: 1 });
}

const measure = (column: string, fn: string, name = '') => ({ column, fn, q: 0.9, name });

it.each([
  ['a mean of texts', { measures: [measure('city', 'mean')] }, 'column-wrong-type'],
  ['a figure of no column', { measures: [measure('', 'mean')] }, 'columns-not-chosen'],
  [
    'a figure of a column that is not there',
    { measures: [measure('x', 'mean')] },
    'expression-column-unknown',
  ],
  ['a group that is not there', { keys: ['x'] }, 'column-unknown'],
  ['nothing to give', { keys: [], count: false }, 'columns-none'],
  ['a name given twice', { measures: [measure('price', 'mean', 'city')] }, 'column-repeated'],
])('refuses %s', (_, params, code) => {
  expect(() => plan(params)).toThrow(expect.objectContaining({ code, kind: 'user' }));
});

it('makes names that make way for those that a person gave', () => {
  const measures = [
    measure('price', 'mean'),
    measure('price', 'mean'),
    measure('price', 'max', 'price mean'),
  ];
  const names = plan({ measures, countName: 'City' }).columns.map(({ name }) => name);
  expect(names).toEqual(['city', 'City_', 'price mean_', 'price mean__', 'price mean']);
});

it('learns from figures, whatever they were made of', () => {
  const { columns } = plan({ measures: [measure('price', 'max')] });
  expect(columns.map(({ role }) => role)).toEqual(['feature', 'feature', 'feature']);
});
