/** The categories of a column in the training rows, the most common first. */
import type { Column } from '#schemas/types.ts';
import type { Cell } from '#nodes/sdk/context.ts';
import { call, col } from '#nodes/sdk/expressions/build.ts';
import type { Table } from '#nodes/sdk/plan/table.ts';
import { queryName, type Rows, type Settings } from './encoding.ts';

export const isPresent = (name: string) => call('not', call('isnull', col(name)));

/** One row a category: `level` and `n`. Ties are broken by the category itself, so that the choice is stable. */
function levelCounts(table: Table, { name }: Column, limit: number): Table {
  return table
    .filter(isPresent(name))
    .aggregate([{ name: 'level', expr: col(name) }], [{ name: 'n', fn: 'count', args: [] }])
    .sort([{ expr: col('n'), descending: true }, { expr: col('level') }])
    .limit(limit);
}

/** One category more than is kept is asked for: it tells whether there are others. */
export function levelQueries(
  table: Table,
  columns: readonly Column[],
  { maxCategories }: Settings,
): Record<string, Table> {
  return Object.fromEntries(
    columns.map((column, at) => [queryName(at), levelCounts(table, column, maxCategories + 1)]),
  );
}

export type Levels = {
  /** In a stable order of their own, not by frequency, so that close counts do not swap columns. */
  readonly levels: readonly Exclude<Cell, null>[];
  /** Whether there were more categories than are kept. */
  readonly others: boolean;
};

export function levelsOf(rows: Rows, at: number, { maxCategories }: Settings): Levels {
  const found = (rows[queryName(at)] ?? []).map((row) => row.get('level')!);
  return {
    levels: found.slice(0, maxCategories).sort(byValue),
    others: found.length > maxCategories,
  };
}

function byValue(a: Cell, b: Cell): number {
  return a! < b! ? -1 : a! > b! ? 1 : 0;
}
