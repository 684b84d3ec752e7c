/**
 * Boxes and whiskers after Tukey: the quartiles, the lowest and highest values within one and a half times the
 * interquartile range from them, and what lies beyond.
 */
import type { TablesPort } from '../context.ts';
import { call, col, lookup } from '../expressions/build.ts';
import type { Table } from '../plan/table.ts';
import type { Placed } from './place.ts';
import { figureOf } from './report.ts';
import { sampled } from './sample.ts';

export interface Boxes {
  /** [place, low whisker, first quartile, median, third quartile, high whisker, rows, mean, outliers] */
  readonly rows: readonly (readonly (number | null)[])[];
  /** [place, value] of outliers: of very many, some. */
  readonly points: readonly (readonly number[])[];
  readonly n: number;
}

const MOST_POINTS = 400;
const WHISKER = 1.5;

/** Of the column `y`, which has no missing values. */
export async function boxesOf(
  tables: TablesPort,
  present: Table,
  { key, places }: Placed,
  withPoints: boolean,
): Promise<Boxes> {
  const y = col('y');
  const keyed = present.derive([{ name: 'place', expr: key }]);
  const rows = keyed.filter(call('not', call('isnull', col('place'))));
  const byPlace = [{ name: 'at', expr: col('place') }];
  const limit = { limit: places + 1 };
  const quartiles = await tables.rows(
    rows.aggregate(byPlace, [
      { name: 'q1', fn: 'quantile', args: [y], q: 0.25 },
      { name: 'median', fn: 'median', args: [y] },
      { name: 'q3', fn: 'quantile', args: [y], q: 0.75 },
      { name: 'n', fn: 'count', args: [] },
      { name: 'mean', fn: 'mean', args: [y] },
    ]),
    limit,
  );
  if (quartiles.length === 0) return { rows: [], points: [], n: 0 };
  const fence = (side: -1 | 1) =>
    lookup(
      col('place'),
      quartiles.map((row) => {
        const [q1, q3] = [row.get('q1') as number, row.get('q3') as number];
        const from = side < 0 ? q1 : q3;
        const edge = from + side * WHISKER * (q3 - q1);
        return [row.get('at') as number, Number.isFinite(edge) ? edge : from] as const;
      }),
      'float64',
    );
  const isWithin = call('and', call('ge', y, fence(-1)), call('le', y, fence(1)));
  const within = await tables.rows(
    rows.filter(isWithin).aggregate(byPlace, [
      { name: 'low', fn: 'min', args: [y] },
      { name: 'high', fn: 'max', args: [y] },
      { name: 'n', fn: 'count', args: [] },
    ]),
    limit,
  );
  const whiskers = new Map(within.map((row) => [row.get('at') as number, row]));
  const beyond = rows.filter(call('not', isWithin));
  return {
    rows: quartiles.map((row) => {
      const at = row.get('at') as number;
      const own = whiskers.get(at);
      const [q1, q3] = [row.get('q1') as number, row.get('q3') as number];
      // Between two quartiles far apart there may be no value, and then no whisker.
      return [
        at,
        figureOf(Math.min(q1, (own?.get('low') as number | undefined) ?? q1)),
        figureOf(q1),
        figureOf(row.get('median')),
        figureOf(q3),
        figureOf(Math.max(q3, (own?.get('high') as number | undefined) ?? q3)),
        row.get('n') as number,
        figureOf(row.get('mean')),
        (row.get('n') as number) - ((own?.get('n') as number | undefined) ?? 0),
      ];
    }),
    points: withPoints ? await outliers(tables, beyond) : [],
    n: quartiles.reduce((sum, row) => sum + (row.get('n') as number), 0),
  };
}

async function outliers(tables: TablesPort, beyond: Table): Promise<Boxes['points']> {
  const { rows } = await sampled(tables, beyond, MOST_POINTS);
  const batch = await tables.columns(rows, ['place', 'y']);
  const [at, y] = [batch.columns.get('place')!, batch.columns.get('y')!];
  return Array.from({ length: batch.rows }, (_, row) => [Number(at[row]), figureOf(y[row]) ?? 0]);
}
