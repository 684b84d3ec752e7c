/** A figure for each place of a picture, computed in bulk. */
import type { ChartAxis, ChartFigure } from '#schemas/chart.ts';
import type { Column } from '#schemas/types.ts';
import type { TablesPort } from '../context.ts';
import { call, col } from '../expressions/build.ts';
import type { Measure } from '../plan/types.ts';
import type { Table } from '../plan/table.ts';
import type { Note } from '../values.ts';
import { NUMBERS, type Figure } from './params.ts';
import { pickNumber } from './pick.ts';
import { figureOf, titled } from './report.ts';
import { isMissing } from './rows.ts';
import type { Placed } from './place.ts';

/** The column of a figure; undefined for a count of rows. */
export const figureColumnOf = (
  table: Table,
  figure: Figure,
  chosen: string,
  others: readonly string[],
): Column | undefined => (figure === 'count' ? undefined : pickNumber(table, chosen, others));

/** Of the rows' column `y`. */
export const measureOf = (figure: Figure, name = 'value'): Measure =>
  figure === 'count' ? { name, fn: 'count', args: [] } : { name, fn: figure, args: [col('y')] };

export function figureAxis(
  figure: ChartFigure,
  column: Column | undefined,
  title: string,
): ChartAxis {
  const own = column === undefined ? {} : { column: column.name };
  return {
    ...own,
    type: figure === 'count' ? 'int64' : 'float64',
    scale: 'linear',
    figure,
    ...titled(title),
  };
}

export interface Figures {
  /** One for each pair of places: [x, value], or [x, colour, value]. */
  readonly rows: readonly (readonly (number | null)[])[];
  /** Rows that have a place. */
  readonly n: number;
  /** Rows that have none. */
  readonly missing: number;
  readonly notes: readonly Note[];
}

/** Rows whose place is null, for want of a value, are left out and counted by the caller's note. */
export async function figuresOf(
  tables: TablesPort,
  rows: Table,
  figure: Figure,
  keys: readonly Placed[],
  column: Column | undefined,
): Promise<Figures> {
  const named = keys.map(({ key }, at) => ({ name: `k${at}`, expr: key }));
  const most = keys.reduce((product, { places }) => product * (places + 1), 1);
  const cells = rows.aggregate(named, [
    measureOf(figure),
    { name: 'n', fn: 'count', args: [] },
    ...(column ? [{ name: 'without', fn: 'count_missing', args: [col('y')] } as const] : []),
  ]);
  const found = await tables.rows(cells, { limit: most });
  const isPlaced = (row: (typeof found)[number]): boolean =>
    named.every(({ name }) => row.get(name) !== null);
  const sum = (name: string, of: typeof found): number =>
    of.reduce((total, row) => total + Number(row.get(name) ?? 0), 0);
  const placed = found.filter(isPlaced);
  const n = sum('n', placed);
  const without = column ? sum('without', placed) : 0;
  return {
    rows: placed.map((row) => [
      ...named.map(({ name }) => row.get(name) as number),
      figureOf(row.get('value')),
    ]),
    n,
    missing: sum('n', found) - n,
    notes:
      column === undefined || without === 0
        ? []
        : [
            {
              code: 'chart-values-missing',
              level: 'info',
              params: { count: without, column: column.name },
            },
          ],
  };
}

/** Rows that stand on a logarithmic axis, and a note of those that cannot; missing values are no matter here. */
export async function aboveZero(
  tables: TablesPort,
  rows: Table,
  name: string,
  column: Column,
  isLog: boolean,
): Promise<{ readonly rows: Table; readonly notes: readonly Note[] }> {
  if (!isLog || !NUMBERS.types!.includes(column.type)) return { rows, notes: [] };
  const count = await tables.count(rows.filter(call('le', col(name), 0)));
  const notes: readonly Note[] =
    count === 0
      ? []
      : [{ code: 'chart-log-left-out', level: 'warning', params: { count, column: column.name } }];
  const kept = rows.filter(call('or', isMissing(name), call('gt', col(name), 0)));
  return { rows: kept, notes };
}
