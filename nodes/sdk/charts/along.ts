/** What a line goes along: each value of a number, or stretches of it; for moments, days, months or years. */
import type { Column } from '#schemas/types.ts';
import { significant } from '#nodes/lib/exact/significant.ts';
import type { TablesPort } from '../context.ts';
import { call, col, lit, lookup } from '../expressions/build.ts';
import type { DateUnit } from '../expressions/values/dateUnits.ts';
import type { Table } from '../plan/table.ts';
import { binsOf } from './bins.ts';
import { later, millis, unitFor, type Moment } from './moments.ts';
import type { Placed } from './place.ts';
import { plainAxis } from './report.ts';
import { isPresent } from './rows.ts';

/** A line of more points is no smoother to the eye. */
const MOST_POINTS = 100;
/** Steps of time that suit a line by themselves. */
const MOST_STEPS = 150;
/** Stretches of a number, each with rows enough for a figure that does not jump about. */
const STRETCHES = 50;
/** Beyond, a step that was chosen is too short for the time that there is. */
const LONGEST = 1000;

export interface Along extends Placed {
  /** The value at each place, rising; of moments, milliseconds since 1970. */
  readonly values: readonly number[];
}

export async function alongOf(
  tables: TablesPort,
  rows: Table,
  x: Column,
  step: DateUnit | 'auto',
  title: string,
): Promise<Along> {
  if (x.type === 'date' || x.type === 'timestamp') {
    return momentsOf(tables, rows, x, x.type, step, title);
  }
  const axis = plainAxis(x, false, title);
  const distinct = rows.filter(isPresent('x')).distinct(['x']).select(['x']);
  const few = distinct.limit(MOST_POINTS + 1);
  if ((await tables.count(few)) > MOST_POINTS) {
    const bins = (await binsOf(tables, rows, 'x', x, { bins: STRETCHES, most: STRETCHES }))!;
    const { edges, key } = bins;
    const values = edges.slice(1).map((edge, at) => significant((edges[at]! + edge) / 2));
    const params = { column: x.name, shown: MOST_POINTS };
    const notes = [{ code: 'chart-values-joined', level: 'info', params }] as const;
    return { axis, key, places: values.length, values, notes };
  }
  const found = await tables.rows(distinct.sort([{ expr: col('x') }]));
  const values = found.map((row) => row.get('x') as number);
  const key = lookup(
    col('x'),
    values.map((value, at) => [value, at] as const),
    'int64',
  );
  return {
    axis,
    key,
    places: values.length,
    values: values.map((value) => significant(value)),
    notes: [],
  };
}

async function momentsOf(
  tables: TablesPort,
  rows: Table,
  x: Column,
  type: Moment,
  wanted: DateUnit | 'auto',
  title: string,
): Promise<Along> {
  const value = col('x');
  const [ends] = await tables.rows(
    rows.aggregate(
      [],
      [
        { name: 'min', fn: 'min', args: [value] },
        { name: 'max', fn: 'max', args: [value] },
      ],
    ),
  );
  const axis = plainAxis(x, false, title);
  const min = ends?.get('min') ?? null;
  if (min === null) return { axis, key: lit(null, 'int64'), places: 0, values: [], notes: [] };
  const [low, high] = [millis(min), millis(ends!.get('max'))];
  const fit = unitFor(low, high, type, MOST_STEPS);
  const isTooShort = wanted !== 'auto' && later(low, wanted, LONGEST) < high;
  const unit = wanted === 'auto' || isTooShort ? fit : wanted;
  const start = call('date_trunc', value, unit);
  const starts = rows.filter(isPresent('x')).aggregate([{ name: 'start', expr: start }], []);
  const found = (await tables.rows(starts)).map((row) => row.get('start') as string);
  const key = lookup(
    start,
    found.map((each, at) => [each, at] as const),
    'int64',
  );
  const params = { column: x.name, shown: LONGEST };
  return {
    axis: { ...axis, step: unit },
    key,
    places: found.length,
    values: found.map((each) => millis(each)),
    notes: isTooShort ? [{ code: 'chart-values-joined', level: 'info', params }] : [],
  };
}

type Rows = readonly (readonly (number | null)[])[];

/** Values in place of places. Where rows are counted, a stretch of time without any is a 0 and no gap. */
export function withoutGaps(rows: Rows, along: Along, isCount: boolean): Rows {
  const placed = rows.map(([at, ...rest]) => [along.values[at!]!, ...rest]);
  const { step } = along.axis;
  if (!isCount || step === undefined || along.values.length === 0) return placed;
  const all: number[] = [];
  const last = along.values.at(-1)!;
  for (let at = along.values[0]!; at <= last && all.length <= LONGEST;) {
    all.push(at);
    at = later(at, step as DateUnit);
  }
  const byColour = Map.groupBy(placed, (row) => (row.length === 3 ? row[1]! : null));
  return [...byColour].flatMap(([colour, own]) => {
    const known = new Map(own.map((row) => [row[0]!, row.at(-1)!]));
    return all.map((at) => [at, ...(colour === null ? [] : [colour]), known.get(at) ?? 0]);
  });
}
