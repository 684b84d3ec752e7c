import { EsteiraError } from '#schemas/errors.ts';
import { call } from '#nodes/sdk/expressions/build.ts';
import { defineNode } from '#nodes/sdk/node.ts';
import { choice, expression, params } from '#nodes/sdk/params.ts';
import type { Table } from '#nodes/sdk/plan/table.ts';

export const node = defineNode({
  type: 'filter-rows',
  version: 1,
  category: 'rows',
  title: 'Filter rows',
  summary: 'Keeps the rows that meet a condition, or drops them.',
  synonyms: ['where', 'subset', 'query', 'remove rows', 'condition'],
  params: params({
    condition: expression({ title: 'Condition', widget: 'condition' }),
    keep: choice(
      { matching: 'Keep these rows', others: 'Drop these rows' },
      { title: 'Rows that meet it', default: 'matching' },
    ),
  }),
  inputs: { table: { type: 'table', title: 'Table' } },
  outputs: { table: { type: 'table', title: 'Table' } },
  line: '{keep, select, others {without} other {where}} {condition}',
  plan({ params: { condition, keep }, inputs }): Table {
    if (!condition) throw new EsteiraError('param-required', { param: 'condition' });
    const table = inputs['table'] as Table;
    // A condition without an answer (a missing value) is not met: such rows stay when the met ones are dropped.
    const met = call('coalesce', condition, { kind: 'literal', value: false, type: 'bool' });
    return table.filter(keep === 'matching' ? met : call('not', met));
  },
});
