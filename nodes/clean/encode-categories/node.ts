import type { Column, TableSchema } from '#schemas/types.ts';
import { defineNode } from '#nodes/sdk/node.ts';
import { choice, columns, integer, number, params, type Accepts } from '#nodes/sdk/params.ts';
import { fits, pickColumns } from '#nodes/sdk/pick.ts';
import { nameKey } from '#nodes/sdk/plan/names.ts';
import type { Selected, Table } from '#nodes/sdk/plan/table.ts';
import type { Encoding } from './encoding.ts';
import { oneHot } from './oneHot.ts';
import { ordinal } from './ordinal.ts';
import { targetMean } from './targetMean.ts';

const ENCODINGS: Readonly<Record<'one-hot' | 'ordinal' | 'target', Encoding>> = {
  'one-hot': oneHot,
  ordinal,
  target: targetMean,
};

/** A yes/no column is a number already, and dates have parts. */
const ENCODABLE: Accepts = { types: ['text', 'int64', 'float64'] };
const TEXT: Accepts = { types: ['text'], roles: ['feature'] };
const CATEGORY: Accepts = { ...ENCODABLE, meanings: ['category'], roles: ['feature'] };

function pick(table: Table, chosen: readonly string[]): readonly Column[] {
  if (chosen.length > 0) return pickColumns(table, chosen, ENCODABLE);
  return table.columns.filter((column) => fits(column, TEXT) || fits(column, CATEGORY));
}

export const node = defineNode({
  type: 'encode-categories',
  version: 1,
  category: 'clean',
  title: 'Encode categories',
  summary: 'Turns words into numbers, since most models only learn from numbers.',
  synonyms: ['one-hot', 'dummy', 'ordinal', 'target encoding', 'categorical', 'label encoding'],
  params: params({
    columns: columns({
      title: 'Columns',
      description: 'None chosen: every feature that is a text or a category.',
      accepts: ENCODABLE,
    }),
    method: choice(
      {
        'one-hot': 'A yes/no column for each category',
        ordinal: 'A number for each category',
        target: 'The mean of the target in each category',
      },
      { title: 'How', default: 'one-hot' },
    ),
    maxCategories: integer({
      title: 'Categories at most',
      description: 'Of each column, the most common ones; the others count as one.',
      min: 1,
      max: 10_000,
      default: 50,
      when: { param: 'method', is: ['one-hot', 'ordinal'] },
    }),
    smoothing: number({
      title: 'Caution with rare categories',
      description: 'Rows’ worth of the overall mean that each category’s mean is mixed with.',
      min: 0,
      max: 1e6,
      default: 10,
      when: { param: 'method', is: ['target'] },
    }),
  }),
  inputs: { table: { type: 'table', title: 'Table' } },
  outputs: { table: { type: 'table', title: 'Table' } },
  line: '{columns, plural, =0 {all categories} one {# column} other {# columns}}: {method, select, ordinal {numbers} target {target means} other {one-hot}}',
  fit({ params: { columns: names, method, ...settings }, table }) {
    const chosen = pick(table, names);
    const encoding = ENCODINGS[method];
    return {
      queries: encoding.queries(table, chosen, settings),
      state: (rows) => encoding.state(rows, chosen, settings),
    };
  },
  apply({ params: { columns: names, method }, state, table }) {
    const chosen = pick(table, names);
    const taken = new Set(table.columns.map((column) => nameKey(column.name)));
    const encoded = ENCODINGS[method].encode(state, chosen, taken);
    const made = new Map(encoded.map(({ column, projections }) => [column, projections]));
    return table.project(
      table.columns.flatMap(({ name }): readonly Selected[] => made.get(name) ?? [name]),
    );
  },
  declare({ params: { columns: names, method }, table }): TableSchema {
    const chosen = new Set(pick(table, names));
    const encoding = ENCODINGS[method];
    const declared = table.columns.flatMap((column) =>
      chosen.has(column) ? encoding.declare(table, column) : [column],
    );
    return { ...table.schema, columns: declared };
  },
});
