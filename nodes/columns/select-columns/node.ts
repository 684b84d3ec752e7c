import { defineNode } from '#nodes/sdk/node.ts';
import { choice, columns, params } from '#nodes/sdk/params.ts';
import type { Table } from '#nodes/sdk/plan/table.ts';

/** The chosen columns as they stand in the table. */
function inTableOrder(table: Table, chosen: readonly string[]): readonly string[] {
  const names = table.columns.map(({ name }) => name);
  const places = new Map(names.map((name, at) => [name, at]));
  // Members of a family are not listed before the run: they keep the order in which they were chosen.
  const place = (name: string): number => places.get(name) ?? names.length;
  return chosen.toSorted((a, b) => place(a) - place(b));
}

/** All columns, the chosen ones before the others. */
function chosenFirst(table: Table, chosen: readonly string[]): readonly string[] {
  const first = new Set(chosen);
  const names = table.columns.map(({ name }) => name);
  return [...chosen, ...names.filter((name) => !first.has(name))];
}

export const node = defineNode({
  type: 'select-columns',
  version: 1,
  category: 'columns',
  title: 'Select columns',
  summary: 'Keeps some columns, leaves some out, or puts some first.',
  synonyms: ['keep', 'drop', 'remove columns', 'reorder', 'subset'],
  params: params({
    columns: columns({
      title: 'Columns',
      description: 'With none chosen, the table stays as it is.',
    }),
    action: choice(
      {
        keep: 'Keep only these',
        drop: 'Leave these out',
        first: 'Put these first',
      },
      { title: 'What to do', default: 'keep' },
    ),
    order: choice(
      { table: 'As in the table', chosen: 'As chosen' },
      { title: 'Order', default: 'table', when: { param: 'action', is: ['keep'] } },
    ),
  }),
  inputs: { table: { type: 'table', title: 'Table' } },
  outputs: { table: { type: 'table', title: 'Table' } },
  line: '{action, select, drop {{columns, plural, =0 {all columns} one {without # column} other {without # columns}}} first {{columns, plural, =0 {all columns} one {# column first} other {# columns first}}} other {{columns, plural, =0 {all columns} one {# column} other {# columns}}}}',
  plan({ params: { columns: chosen, action, order }, inputs }): Table {
    const table = inputs['table'] as Table;
    if (chosen.length === 0) return table;
    if (action === 'drop') return table.drop(chosen);
    if (action === 'first') return table.select(chosenFirst(table, chosen));
    return table.select(order === 'table' ? inTableOrder(table, chosen) : chosen);
  },
});
