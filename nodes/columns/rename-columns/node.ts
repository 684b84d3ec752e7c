import { byColumn } from '#nodes/sdk/byColumn.ts';
import { col } from '#nodes/sdk/expressions/build.ts';
import { defineNode } from '#nodes/sdk/node.ts';
import { column, list, params, text } from '#nodes/sdk/params.ts';
import type { Table } from '#nodes/sdk/plan/table.ts';

export const node = defineNode({
  type: 'rename-columns',
  version: 1,
  category: 'columns',
  title: 'Rename columns',
  summary: 'Gives columns new names. Their values stay the same.',
  synonyms: ['name', 'label', 'header', 'alias'],
  params: params({
    names: list(
      params({
        column: column({ title: 'Column' }),
        name: text({ title: 'New name', maxLength: 1000 }),
      }),
      { title: 'Columns', description: 'Columns that are not named here keep their names.' },
    ),
  }),
  inputs: { table: { type: 'table', title: 'Table' } },
  outputs: { table: { type: 'table', title: 'Table' } },
  line: '{names, plural, =0 {names as they are} one {# new name} other {# new names}}',
  plan({ params: { names }, inputs }): Table {
    const table = inputs['table'] as Table;
    const renamed = [...byColumn(names, 'names').values()];
    const known = new Set(table.columns.map((each) => each.name));
    const members = renamed.filter((item) => !known.has(item.column));
    // Before the run a family stands for its members, so one of them gets its name beside it.
    const named = members.map(({ column: member, name }) => ({
      name: name.trim(),
      expr: col(table.need(member).name),
    }));
    const own = renamed.filter((item) => known.has(item.column));
    return table.derive(named).rename(new Map(own.map((item) => [item.column, item.name.trim()])));
  },
});
