/** Each column of a wire at a glance: what is missing, how values lie, which are frequent. */
import type { Column } from '#schemas/types.ts';
import { EsteiraError } from '#schemas/errors.ts';
import { call, col, lit } from '#nodes/sdk/expressions/build.ts';
import type { Expr } from '#nodes/sdk/expressions/types.ts';
import type { Cell, TablesPort } from '#nodes/sdk/context.ts';
import { Table } from '#nodes/sdk/plan/table.ts';
import type { Measure } from '#nodes/sdk/plan/types.ts';
import type { ProfileJob } from '../queryCalls.ts';
import type { ColumnProfile, Profile } from '../types.ts';
import { narrowed } from './narrow.ts';
import { portValue } from './portValue.ts';
import type { QueryWorld } from './world.ts';

/** Beyond these a person does not look at columns one by one. */
const MOST_COLUMNS = 300;
const TOP = 10;
const BINS = 10;

/** Characters of an ISO day. */
const DAY = 10;

const isNumber = ({ type }: Column): boolean => type === 'int64' || type === 'float64';
const isDate = ({ type }: Column): boolean => type === 'date' || type === 'timestamp';

function measuresOf(column: Column): readonly Measure['fn'][] {
  if (isNumber(column)) return ['min', 'max', 'mean', 'stddev'];
  return isDate(column) ? ['min', 'max'] : [];
}

export async function profile(
  job: ProfileJob,
  world: QueryWorld,
  signal: AbortSignal,
): Promise<Profile> {
  const { value, ports } = await portValue(job, world, signal);
  if (value.kind !== 'table') {
    throw new EsteiraError('not-found', { what: 'preview', id: `${job.node}.${job.port}` });
  }
  return profileTable(narrowed(Table.of(value), job), ports.tables, job.columns);
}

async function profileTable(
  table: Table,
  tables: TablesPort,
  asked?: readonly string[],
): Promise<Profile> {
  const wanted = asked && new Set(asked);
  const found = wanted ? table.columns.filter(({ name }) => wanted.has(name)) : table.columns;
  const columns = found.slice(0, MOST_COLUMNS);
  const [first] = await tables.rows(table.aggregate([], facts(columns)));
  const fact = (name: string): Cell => first?.get(name) ?? null;
  const rowCount = Number(fact('rows'));
  const profiles: ColumnProfile[] = [];
  for (const [at, column] of columns.entries()) {
    const missing = Number(fact(`missing ${at}`));
    const distinct = Number(fact(`distinct ${at}`));
    const known = { name: column.name, missing, distinct };
    const [min, max, mean] = ['min', 'max', 'mean'].map((name) => fact(`${name} ${at}`));
    if (!isNumber(column) && !isDate(column)) {
      profiles.push({ ...known, top: await topValues(table, column, tables) });
    } else if (min === null || max === null) {
      profiles.push(known);
    } else if (isDate(column)) {
      const bounds = { min: String(min), max: String(max) };
      const days = await daysHistogram(table, column, bounds, tables);
      profiles.push({ ...known, dates: { ...bounds, histogram: days } });
    } else {
      const deviation = fact(`stddev ${at}`);
      const bounds = { min: Number(min), max: Number(max) };
      const spread = { expr: col(column.name), ...bounds, whole: column.type === 'int64' };
      const numbers = {
        ...bounds,
        mean: Number(mean),
        deviation: deviation === null ? null : Number(deviation),
        histogram: await histogram(table, spread, tables),
      };
      profiles.push({ ...known, numbers });
    }
  }
  return { rowCount, columns: profiles };
}

/** One query for all columns. */
function facts(columns: readonly Column[]): Measure[] {
  const measures: Measure[] = [{ name: 'rows', fn: 'count', args: [] }];
  for (const [at, column] of columns.entries()) {
    const args = [col(column.name)];
    measures.push({ name: `missing ${at}`, fn: 'count_missing', args });
    measures.push({ name: `distinct ${at}`, fn: 'count_distinct', args });
    for (const fn of measuresOf(column)) measures.push({ name: `${fn} ${at}`, fn, args });
  }
  return measures;
}

async function topValues(table: Table, { name }: Column, tables: TablesPort) {
  const counted = table
    .filter(call('not', call('isnull', col(name))))
    .aggregate([{ name: 'value', expr: col(name) }], [{ name: 'count', fn: 'count', args: [] }])
    .sort([{ expr: col('count'), descending: true }, { expr: col('value') }])
    .limit(TOP);
  const rows = await tables.rows(counted);
  return rows.map((row) => ({ value: String(row.get('value')), count: Number(row.get('count')) }));
}

/** By days from the first one. */
function daysHistogram(
  table: Table,
  { name, type }: Column,
  { min, max }: { readonly min: string; readonly max: string },
  tables: TablesPort,
): Promise<number[]> {
  const day = (text: string) => lit(text.slice(0, DAY), 'date');
  const date = type === 'date' ? col(name) : dayOf(name);
  const expr = call('days_between', day(min), date);
  const days = (Date.parse(max.slice(0, DAY)) - Date.parse(min.slice(0, DAY))) / 86_400_000;
  return histogram(table, { expr, min: 0, max: days, whole: true }, tables);
}

const dayOf = (name: string): Expr =>
  call('make_date', ...['year', 'month', 'day'].map((part) => call(part, col(name))));

interface Spread {
  readonly expr: Expr;
  readonly min: number;
  readonly max: number;
  readonly whole: boolean;
}

/**
 * Bins of equal width; the greatest value falls into the last one. Whole numbers of a narrow range have a bin each:
 * between ten bins, some would stay empty for no reason.
 */
async function histogram(
  table: Table,
  { expr, min, max, whole }: Spread,
  tables: TablesPort,
): Promise<number[]> {
  const range = whole ? max - min + 1 : max - min;
  const count = whole ? Math.min(BINS, range) : BINS;
  const bins = Array.from({ length: count }, () => 0);
  const width = range / count;
  const present = table.filter(call('not', call('isnull', expr)));
  const place =
    width > 0 ? call('floor', call('div', call('sub', expr, lit(min)), lit(width))) : lit(0);
  const counted = present.aggregate(
    [{ name: 'bin', expr: place }],
    [{ name: 'count', fn: 'count', args: [] }],
  );
  for (const row of await tables.rows(counted)) {
    const bin = Math.min(count - 1, Math.max(0, Number(row.get('bin'))));
    bins[bin]! += Number(row.get('count'));
  }
  return bins;
}
