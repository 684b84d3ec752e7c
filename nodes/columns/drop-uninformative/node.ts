import type { Column } from '#schemas/types.ts';
import type { Cell } from '#nodes/sdk/context.ts';
import { col } from '#nodes/sdk/expressions/build.ts';
import { defineNode } from '#nodes/sdk/node.ts';
import { columns, flag, number, params, type Accepts } from '#nodes/sdk/params.ts';
import { pickColumns } from '#nodes/sdk/pick.ts';
import type { Measure } from '#nodes/sdk/plan/types.ts';
import type { Table } from '#nodes/sdk/plan/table.ts';
import type { Note } from '#nodes/sdk/values.ts';
import { judge, type Figures, type Limits, type Reason } from './judge.ts';

const FEATURES: Accepts = { roles: ['feature'] };
/** More rows would not change whether values repeat, and counting different ones takes memory. */
const LOOKED = 100_000;
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
type Row = ReadonlyMap<string, Cell> | undefined;

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

const mayIdentify = ({ type }: Column): boolean => type === 'text' || type === 'int64';

function rangeMeasures({ name }: Column, at: number): readonly Measure[] {
  const args = [col(name)];
  return [
    { name: `present${at}`, fn: 'count', args },
    { name: `lowest${at}`, fn: 'min', args },
    { name: `highest${at}`, fn: 'max', args },
  ];
}

function distinctMeasures({ name }: Column, at: number): readonly Measure[] {
  const args = [col(name)];
  return [
    { name: `looked${at}`, fn: 'count', args },
    { name: `distinct${at}`, fn: 'count_distinct', args },
  ];
}

function firstRows(table: Table): Table {
  const { rowLimit } = table.traits;
  return rowLimit !== null && rowLimit <= LOOKED ? table : table.limit(LOOKED);
}

function figuresOf({ name, type }: Column, at: number, range: Row, distinct: Row): Figures {
  return {
    name,
    type,
    rows: Number(range?.get('rows') ?? 0),
    present: Number(range?.get(`present${at}`) ?? 0),
    lowest: range?.get(`lowest${at}`) ?? null,
    highest: range?.get(`highest${at}`) ?? null,
    looked: Number(distinct?.get(`looked${at}`) ?? 0),
    distinct: Number(distinct?.get(`distinct${at}`) ?? 0),
  };
}

export const node = defineNode({
  type: 'drop-uninformative',
  version: 1,
  category: 'columns',
  title: 'Leave out uninformative columns',
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
    const range: Measure[] = [{ name: 'rows', fn: 'count', args: [] }];
    const distinct = chosen.flatMap((column, at) =>
      own.identifiers && mayIdentify(column) ? distinctMeasures(column, at) : [],
    );
    return {
      queries: {
        range: table.aggregate([], [...range, ...chosen.flatMap(rangeMeasures)]),
        ...(distinct.length > 0 ? { distinct: firstRows(table).aggregate([], distinct) } : {}),
      },
      state(rows) {
        const [first, second] = [rows['range']?.[0], rows['distinct']?.[0]];
        const limits = limitsOf(own);
        const dropped = chosen.flatMap((column, at): Dropped[] => {
          const reason = judge(figuresOf(column, at, first, second), limits);
          return reason ? [[column.name, reason]] : [];
        });
        // A table has at least one column.
        return { dropped: dropped.length < table.columns.length ? dropped : dropped.slice(1) };
      },
    };
  },
  apply({ state, table }) {
    const dropped = state['dropped'] as unknown as readonly Dropped[];
    const names = dropped.map(([name]) => name).filter((name) => table.column(name));
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
    const dropped = state['dropped'] as unknown as readonly Dropped[];
    return REASONS.flatMap((reason): Note[] => {
      const names = dropped.filter(([, why]) => why === reason).map(([name]) => name);
      const code = `drop-uninformative.${reason}`;
      const said = { count: names.length, columns: names };
      return names.length === 0 ? [] : [{ code, level: 'info', params: said }];
    });
  },
});
