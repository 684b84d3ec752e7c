import type { Column } from '#schemas/types.ts';
import { EsteiraError } from '#schemas/errors.ts';
import type { Literal } from '#nodes/sdk/expressions/types.ts';
import { defineNode } from '#nodes/sdk/node.ts';
import { choice, custom, list, params, text } from '#nodes/sdk/params.ts';
import { Table } from '#nodes/sdk/plan/table.ts';

const KINDS = {
  number: { type: 'float64', meaning: 'number' },
  integer: { type: 'int64', meaning: 'number' },
  category: { type: 'text', meaning: 'category' },
  text: { type: 'text', meaning: 'text' },
  bool: { type: 'bool', meaning: 'category' },
  date: { type: 'date', meaning: 'date' },
  timestamp: { type: 'timestamp', meaning: 'date' },
} as const satisfies Record<string, Pick<Column, 'type' | 'meaning'>>;

type Kind = keyof typeof KINDS;
type Row = readonly Literal[];

function columnOf({ name, type }: { name: string; type: Kind }): Column {
  return { name, ...KINDS[type], role: 'feature' };
}

/** A short row is filled up; a cell that was left empty is missing, as in a file. */
function cellsOf(row: Row, number: number, columns: readonly Column[]): Row {
  if (row.length > columns.length) {
    const counts = { row: number, count: row.length, columns: columns.length };
    throw new EsteiraError('manual-table.row-too-long', counts, { path: `/rows/${number - 1}` });
  }
  return columns.map((_, at) => (row[at] === '' ? null : (row[at] ?? null)));
}

export const node = defineNode({
  type: 'manual-table',
  version: 1,
  category: 'collect',
  title: 'Manual table',
  summary: 'A small table typed by hand, kept in the pipeline itself.',
  synonyms: ['create table', 'type in', 'spreadsheet', 'inline data', 'constant'],
  params: params({
    columns: list(
      params({
        name: text({ title: 'Name', maxLength: 1000 }),
        type: choice(
          {
            number: 'Number',
            integer: 'Whole number',
            category: 'Category',
            text: 'Text',
            bool: 'Yes or no',
            date: 'Date',
            timestamp: 'Date and time',
          },
          { title: 'Type', default: 'category' },
        ),
      }),
      {
        title: 'Columns',
        default: [
          { name: 'A', type: 'category' },
          { name: 'B', type: 'number' },
        ],
      },
    ),
    rows: custom<readonly Row[]>(
      {
        type: 'array',
        items: {
          type: 'array',
          items: { type: ['string', 'number', 'boolean', 'null'] },
          maxItems: 1000,
        },
        maxItems: 10_000,
        default: [],
      },
      { widget: 'json' },
      {
        title: 'Rows',
        description:
          'Each with its cells in the order of the columns; an empty cell is missing. Dates as 2024-01-31.',
      },
    ),
  }),
  inputs: {},
  outputs: { table: { type: 'table', title: 'Table' } },
  line: '{rows, plural, =0 {no rows} one {# row} other {# rows}}, {columns, plural, =0 {no columns} one {# column} other {# columns}}',
  messages: {
    'row-too-long': {
      message: 'Row {row, number} has {count, number} cells for {columns, number} columns.',
      remedy: 'Take cells out of the row, or add columns.',
    },
  },
  plan({ params: { columns, rows } }): Table {
    const own = columns.map(columnOf);
    return Table.values(
      own,
      rows.map((row, at) => cellsOf(row, at + 1, own)),
    );
  },
});
