/** Rows as points, and the line that is nearest to them. */
import type { ChartAxis } from '#schemas/chart.ts';
import type { Column } from '#schemas/types.ts';
import { significant } from '#nodes/lib/exact/significant.ts';
import type { TablesPort } from '../context.ts';
import { col } from '../expressions/build.ts';
import type { Table } from '../plan/table.ts';
import { millis } from './moments.ts';
import { colouredRows, type Coloured, type Placed } from './place.ts';
import { drawnRows, isPresent, type Place } from './rows.ts';
import { plainAxis } from './report.ts';

/** More values than these are told by a ramp of colour. */
const MOST_APART = 7;

/** As `colouredRows`, but numbers of many values keep their values: a point can have any shade of a ramp. */
export async function quantityRows(
  tables: TablesPort,
  table: Table,
  places: readonly Place[],
  own: Parameters<typeof colouredRows>[3],
): Promise<Coloured> {
  const column = own.by === 'column' && own.column !== '' ? table.need(own.column) : undefined;
  const isNumber = column?.type === 'int64' || column?.type === 'float64';
  if (column === undefined || !isNumber || column.meaning === 'category') {
    return colouredRows(tables, table, places, own);
  }
  const { rows, notes } = drawnRows(table, own.part, [...places, ['colour', column.name]]);
  const values = rows
    .filter(isPresent('colour'))
    .distinct(['colour'])
    .limit(MOST_APART + 1);
  if ((await tables.count(values)) <= MOST_APART) return colouredRows(tables, table, places, own);
  const axis: ChartAxis = plainAxis(column);
  return { rows, notes, colour: { axis, key: col('colour'), places: 0, notes: [] } };
}

export async function pointsOf(
  tables: TablesPort,
  rows: Table,
  [x, y]: readonly [Column, Column],
  colour: Placed | undefined,
): Promise<readonly (readonly (number | null)[])[]> {
  const keyed = colour ? rows.derive([{ name: 'shade', expr: colour.key }]) : rows;
  const names = ['x', 'y', ...(colour ? ['shade'] : [])];
  const batch = await tables.columns(keyed, names);
  const read = (name: string, type: Column['type'], row: number): number | null => {
    const cell = batch.columns.get(name)![row] ?? null;
    if (cell === null || Number.isNaN(cell)) return null;
    return type === 'date' || type === 'timestamp' ? millis(cell) : significant(Number(cell));
  };
  return Array.from({ length: batch.rows }, (_, row) => [
    read('x', x.type, row),
    read('y', y.type, row),
    ...(colour ? [read('shade', 'float64', row)] : []),
  ]);
}

export interface Trend {
  readonly slope: number;
  readonly intercept: number;
  readonly r: number;
}

/** Least squares over all rows; undefined where a column does not vary, or the numbers are too large. */
export async function trendOf(tables: TablesPort, rows: Table): Promise<Trend | undefined> {
  const [x, y] = [col('x'), col('y')];
  const [found] = await tables.rows(
    rows.aggregate(
      [],
      [
        { name: 'xy', fn: 'covariance', args: [x, y], q: 0 },
        { name: 'xx', fn: 'variance', args: [x], q: 0 },
        { name: 'yy', fn: 'variance', args: [y], q: 0 },
        { name: 'x', fn: 'mean', args: [x] },
        { name: 'y', fn: 'mean', args: [y] },
      ],
    ),
  );
  const at = (name: string): number => Number(found?.get(name) ?? Number.NaN);
  const slope = at('xy') / at('xx');
  const r = at('xy') / Math.sqrt(at('xx')) / Math.sqrt(at('yy'));
  const intercept = at('y') - slope * at('x');
  if (![slope, r, intercept].every(Number.isFinite)) return undefined;
  return {
    slope: significant(slope),
    intercept: significant(intercept),
    r: significant(Math.max(-1, Math.min(1, r))),
  };
}
