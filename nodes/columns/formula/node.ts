import { EsteiraError } from '#schemas/errors.ts';
import { defineNode } from '#nodes/sdk/node.ts';
import { choice, column, expression, params, text } from '#nodes/sdk/params.ts';
import { chosenColumn } from '#nodes/sdk/pick.ts';
import { nameKey } from '#nodes/sdk/plan/names.ts';
import type { Table } from '#nodes/sdk/plan/table.ts';

interface Params {
  readonly into: 'new' | 'existing';
  readonly name: string;
  readonly column: string;
}

/** The column that the values go into. Throws `column-repeated` where a new one would hide one that is there. */
function placeOf(table: Table, { into, name, column: existing }: Params): string {
  if (into === 'existing') return chosenColumn(table, existing, 'column').name;
  const wanted = name.trim();
  const taken = table.columns.some((known) => nameKey(known.name) === nameKey(wanted));
  if (taken) throw new EsteiraError('column-repeated', { column: wanted }, { path: '/name' });
  return wanted;
}

export const node = defineNode({
  type: 'formula',
  version: 1,
  category: 'columns',
  title: 'Formula',
  summary: 'Computes a column from the others, row by row.',
  synonyms: ['calculate', 'compute', 'expression', 'mutate', 'new column', 'derive'],
  params: params({
    expression: expression({ title: 'Formula' }),
    into: choice(
      { new: 'A new column', existing: 'A column that is there' },
      { title: 'Put the result in', default: 'new' },
    ),
    name: text({
      title: 'Name of the new column',
      default: 'result',
      maxLength: 1000,
      when: { param: 'into', is: ['new'] },
    }),
    column: column({
      title: 'Column to replace',
      when: { param: 'into', is: ['existing'] },
    }),
  }),
  inputs: { table: { type: 'table', title: 'Table' } },
  outputs: { table: { type: 'table', title: 'Table' } },
  line: '{into, select, existing {{column}} other {{name}}} = {expression}',
  plan({ params: own, inputs }): Table {
    const { expression: expr } = own;
    if (!expr) throw new EsteiraError('expression-empty', {}, { path: '/expression' });
    const table = inputs['table'] as Table;
    return table.derive([{ name: placeOf(table, own), expr }]);
  },
});
