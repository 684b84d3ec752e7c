import { EsteiraError } from '#schemas/errors.ts';
import { partParam, type Part } from '#nodes/sdk/charts/params.ts';
import { defineNode } from '#nodes/sdk/node.ts';
import { choice, custom, params } from '#nodes/sdk/params.ts';
import type { Table } from '#nodes/sdk/plan/table.ts';

/** The rows of a part; it is not a column, so a file of all rows does not tell which were checked with. */
function rowsOf(table: Table, part: Part): Table {
  if (part === 'all') return table;
  if (table.partitioned?.kind !== 'holdout') throw new EsteiraError('partition-missing', {});
  return table.part([part]);
}

export const node = defineNode({
  type: 'save-data',
  version: 1,
  category: 'deploy',
  title: 'Save data',
  summary: 'Writes the table to a file that you can download and open elsewhere.',
  synonyms: ['export', 'write', 'download', 'csv', 'parquet', 'json', 'output'],
  effect: true,
  params: params({
    name: custom<string>(
      // A name, never a path: the run keeps its files in a place of its own.
      {
        type: 'string',
        default: 'data',
        minLength: 1,
        maxLength: 100,
        pattern: '^(?!\\.)[^\\\\/:*?"<>|\\x00-\\x1f]+$',
      },
      { widget: 'file-name' },
      { title: 'Name of the file', description: 'Without the extension, such as .csv.' },
    ),
    part: partParam(),
    format: choice(
      { csv: 'CSV', parquet: 'Parquet', json: 'JSON' },
      { title: 'Format', default: 'csv' },
    ),
    delimiter: choice(
      { ',': 'Comma', ';': 'Semicolon', '\t': 'Tab' },
      { title: 'Delimiter', default: ',', when: { param: 'format', is: ['csv'] } },
    ),
    decimal: choice(
      { '.': 'Point (1.5)', ',': 'Comma (1,5)' },
      { title: 'Decimal sign', default: '.', when: { param: 'format', is: ['csv'] } },
    ),
  }),
  inputs: { table: { type: 'table', title: 'Table' } },
  outputs: { file: { type: 'report', title: 'File' } },
  line: '{name}.{format}',
  declareOutputs({ params: { part }, inputs }) {
    const table = inputs['table'] as Table | undefined;
    if (table) rowsOf(table, part);
    return {};
  },
  async run({ params: { name, part, format, delimiter, decimal }, inputs, context }) {
    const table = rowsOf(inputs['table'] as Table, part);
    const { hash, bytes, rows } = await context.tables.write(table, format, { delimiter, decimal });
    return {
      file: {
        kind: 'report',
        type: 'file',
        metrics: { rows, columns: table.columns.length, bytes },
        details: { file: { name: `${name}.${format}`, format, hash } },
      },
    };
  },
});
