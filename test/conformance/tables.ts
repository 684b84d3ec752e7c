/** Tables for nodes to meet: those of the examples, and hostile ones. */
import type { Column, Meaning, ValueType } from '#schemas/types.ts';
import type { Literal } from '#nodes/sdk/expressions/types.ts';
import { col, lookup } from '#nodes/sdk/expressions/build.ts';
import { Table } from '#nodes/sdk/plan/table.ts';
import type { NodeContext } from '#nodes/sdk/context.ts';
import type { TableExample } from './examples.ts';

const MEANINGS: Record<ValueType, Meaning> = {
  bool: 'category',
  int64: 'number',
  float64: 'number',
  text: 'category',
  date: 'date',
  timestamp: 'date',
};

export function columnOf(column: TableExample['columns'][number]): Column {
  return { meaning: MEANINGS[column.type], role: 'feature', ...column };
}

/** The table of an example; with a partition as if a split had given it. */
export async function tableOf(
  { columns, rows, partition }: TableExample,
  { tables }: Pick<NodeContext, 'tables'>,
): Promise<Table> {
  const table = Table.values(columns.map(columnOf), rows);
  if (!partition) return table;
  // A split by time of a column that holds the wanted order of parts gives exactly these parts.
  const order = { train: 0, validation: 1, test: 2 };
  const place = 'place in the split';
  const ids = Float64Array.from(partition.keys());
  const placed = await tables.fromColumns(ids, [
    {
      column: columnOf({ name: place, type: 'int64' }),
      data: partition.map((part) => order[part]),
    },
  ]);
  const share = (part: string): number => partition.filter((each) => each === part).length;
  const split = table.attach(placed, { columns: [place] }).partition({
    into: {
      kind: 'holdout',
      train: share('train'),
      validation: share('validation'),
      test: share('test'),
    },
    seed: 1,
    time: place,
  });
  return Table.fromPlan(split.drop([place]).plan);
}

const CYCLES: Record<ValueType, readonly Literal[]> = {
  bool: [true, false, null],
  int64: [3, -7, 0, null, 12],
  float64: [1.5, -2.25, null, 1e308, 0.1],
  text: ['a', 'b', null, "o'neil", 'ção 🎈'],
  date: ['2024-02-29', '1969-12-31', null],
  timestamp: ['2024-02-29T23:59:59.999', null, '1969-12-31T00:00:00'],
};

function rowsOf(columns: readonly Column[], count: number): Literal[][] {
  return Array.from({ length: count }, (_, row) =>
    columns.map(({ type, role }, at) => {
      const cycle = CYCLES[type];
      if (role === 'target') return cycle.filter((value) => value !== null)[row % 2]!;
      return cycle[(row + at) % cycle.length]!;
    }),
  );
}

const TYPES = Object.keys(CYCLES) as ValueType[];

/** Spaces, accents, quotes, emoji, SQL keywords, names of object members, brackets, a line break. */
export const ODD_NAMES = [
  'nome completo',
  'ção',
  'it"s',
  "o'neil",
  '🎈',
  'select',
  '__proto__',
  'constructor',
  'a]b[c',
  'line\nbreak',
  '$1',
  '-- drop',
  'x'.repeat(200),
];

const target: Column = columnOf({ name: 'target', type: 'text', role: 'target' });
const number: Column = columnOf({ name: 'number', type: 'float64' });

export interface Hostile {
  readonly name: string;
  readonly table: () => Table;
}

export const HOSTILE: readonly Hostile[] = [
  {
    name: 'no rows',
    table: () => Table.values([...allTypes(), target], []),
  },
  {
    name: 'one row',
    table: () => Table.values([...allTypes(), target], rowsOf([...allTypes(), target], 1)),
  },
  {
    name: 'every type, values missing here and there',
    table: () => Table.values([...allTypes(), target], rowsOf([...allTypes(), target], 30)),
  },
  {
    name: 'columns without a value',
    table: () => {
      const rows = Array.from({ length: 12 }, (_, row) => [
        ...TYPES.map(() => null),
        row,
        row % 2 ? 'yes' : 'no',
      ]);
      return Table.values([...allTypes(), number, target], rows);
    },
  },
  {
    name: 'odd names',
    table: () => {
      const columns = ODD_NAMES.map((name, at) => columnOf({ name, type: TYPES[at % 4]! }));
      return Table.values([...columns, target], rowsOf([...columns, target], 20));
    },
  },
  {
    name: 'a thousand columns',
    table: () => {
      const columns = Array.from({ length: 1000 }, (_, at) =>
        columnOf({ name: `c${at}`, type: at % 10 === 0 ? 'text' : 'float64' }),
      );
      return Table.values([...columns, target], rowsOf([...columns, target], 8));
    },
  },
];

function allTypes(): Column[] {
  return TYPES.map((type) => columnOf({ name: type, type }));
}

/** The same table with its text target as numbers: for what learns numbers. */
export function withNumberTarget(table: Table): Table {
  const values = [...CYCLES.text, 'yes', 'no'].flatMap((label, at) =>
    label === null ? [] : [[label, at] as const],
  );
  const expr = lookup(col('target'), values, 'float64', 0);
  return table.derive([{ name: 'target', expr, meta: { meaning: 'number', role: 'target' } }]);
}
