import type { Column } from '#schemas/types.ts';
import { defineNode } from '#nodes/sdk/node.ts';
import { columns, flag, number, params, type Accepts } from '#nodes/sdk/params.ts';
import { pickColumns } from '#nodes/sdk/pick.ts';
import type { Table } from '#nodes/sdk/plan/table.ts';
import type { Note } from '#nodes/sdk/values.ts';
import { figureQueries, figuresFrom } from './figures.ts';
import { judge, type Limits, type Reason } from './judge.ts';

const FEATURES: Accepts = { roles: ['feature'] };
const REASONS = ['identifier', 'constant', 'empty'] as const satisfies readonly Reason[];

interface Params {
  readonly columns: readonly string[];
  readonly identifiers: boolean;
  readonly distinct: number;
  readonly constant: boolean;
  readonly empty: boolean;
  readonly missing: number;
}

type Dropped = readonly [column: string, reason: Reason];

const limitsOf = ({ identifiers, constant, empty, missing, distinct }: Params): Limits => {
  return {
    identifiers,
    constant,
    empty,
    missingShare: missing / 100,
    distinctShare: distinct / 100,
  };
};

const pick = (table: Table, own: Params): readonly Column[] =>
  pickColumns(table, own.columns, FEATURES);

export const node = defineNode({
  type: 'drop-uninformative',
  version: 1,
  category: 'columns',
  title: 'Drop useless columns',
  summary:
    'Leaves out columns from which nothing can be learned: identifiers, constants, empty ones.',
  synonyms: [
    'drop constant',
    'zero variance',
    'remove id',
    'near-zero variance',
    'useless columns',
  ],
  params: params({
    columns: columns({ title: 'Columns to look at', description: 'None chosen: every feature.' }),
    identifiers: flag({
      title: 'Leave out identifiers',
      description: 'Texts and whole numbers that are different in nearly every row.',
      default: true,
    }),
    distinct: number({
      title: 'Different values from',
      unit: '%',
      min: 50,
      max: 100,
      default: 95,
      when: { param: 'identifiers', is: [true] },
    }),
    constant: flag({ title: 'Leave out columns with a single value', default: true }),
    empty: flag({ title: 'Leave out columns that are nearly empty', default: true }),
    missing: number({
      title: 'Missing values from',
      unit: '%',
      min: 50,
      max: 100,
      default: 95,
      when: { param: 'empty', is: [true] },
    }),
  }),
  inputs: { table: { type: 'table', title: 'Table' } },
  outputs: { table: { type: 'table', title: 'Table' } },
  line: 'among {columns, plural, =0 {all features} one {# column} other {# columns}}',
  messages: {
    identifier: {
      message:
        '{count, plural, one {A column was left out because nearly every row has a value of its own there} other {# columns were left out because nearly every row has a value of its own there}}: {columns}.',
      remedy: 'If a model should learn from one of them, choose the columns to look at yourself.',
    },
    constant: {
      message:
        '{count, plural, one {A column was left out because it has the same value in every row} other {# columns were left out because they have the same value in every row}}: {columns}.',
      remedy: 'Look at where the data comes from if they should differ.',
    },
    empty: {
      message:
        '{count, plural, one {A column was left out because nearly all its values are missing} other {# columns were left out because nearly all their values are missing}}: {columns}.',
      remedy: 'Look at where the data comes from if they should be there.',
    },
  },
  fit({ params: own, table }) {
    const chosen = pick(table, own);
    const limits = limitsOf(own);
    return {
      queries: figureQueries(table, chosen, own.identifiers),
      state(rows) {
        const dropped = figuresFrom(rows, chosen).flatMap((figures): Dropped[] => {
          const reason = judge(figures, limits);
          return reason ? [[figures.name, reason]] : [];
        });
        // A table has at least one column.
        return { dropped: dropped.length < table.columns.length ? dropped : dropped.slice(1) };
      },
    };
  },
  apply({ state, table }) {
    const names = state.dropped.map(([name]) => name).filter((name) => table.column(name));
    return names.length === 0 ? table : table.drop(names);
  },
  declare({ params: own, table }) {
    if (!own.identifiers && !own.constant && !own.empty) return table.schema;
    const chosen = new Set(pick(table, own).map(({ name }) => name));
    const columnsOf = table.columns.map((column): Column => {
      const certain = (column.presence ?? 'always') === 'always';
      return certain && chosen.has(column.name) ? { ...column, presence: 'maybe' } : column;
    });
    return { ...table.schema, columns: columnsOf };
  },
  notes({ state }): readonly Note[] {
    return REASONS.flatMap((reason): Note[] => {
      const names = state.dropped.filter(([, why]) => why === reason).map(([name]) => name);
      const code = `drop-uninformative.${reason}` as const;
      const said = { count: names.length, columns: names };
      return names.length === 0 ? [] : [{ code, level: 'info', params: said }];
    });
  },
});
