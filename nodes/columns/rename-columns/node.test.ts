import { expect, it } from 'vitest';
import type { PlanNode } from '#nodes/sdk/node.ts';
import { Table } from '#nodes/sdk/plan/table.ts';
import type { Column } from '#schemas/types.ts';
import { node } from './node.ts';

const number = { type: 'float64', meaning: 'number', role: 'feature' } as const;
const table = Table.declared({
  columns: [
    { name: 'a', ...number },
    { name: 'b', ...number },
  ],
});

function rename(names: readonly (readonly [string, string])[], input = table): readonly Column[] {
  const params = { names: names.map(([column, name]) => ({ column, name })) };
  return (node as PlanNode<object>).plan({ params, inputs: { table: input }, seed: 1 }).columns;
}

it.each([
  ['a name that is taken', [['a', 'B']], 'column-repeated'],
  ['no name', [['a', '  ']], 'column-name-empty'],
  ['no column', [['', 'c']], 'columns-not-chosen'],
  ['a column that is not there', [['c', 'd']], 'column-unknown'],
  [
    'a column twice',
    [
      ['a', 'c'],
      ['a', 'd'],
    ],
    'list-repeats',
  ],
] as [string, [string, string][], string][])('refuses %s', (_, names, code) => {
  expect(() => rename(names)).toThrow(expect.objectContaining({ code }));
});

it('knows the new name of a member of a family before the run', () => {
  const family: Column = { name: 'city = *', ...number, presence: 'many', of: 'city = ' };
  const given = Table.declared({ columns: [family] });
  expect(rename([['city = Natal', 'in Natal']], given).map(({ name }) => name)).toEqual([
    'city = *',
    'in Natal',
  ]);
});
