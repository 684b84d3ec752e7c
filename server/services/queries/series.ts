/** Which columns tell the time along which a table's rows lie, as a series does, and a table of people does not. */
import type { Cell, TablesPort } from '#nodes/sdk/context.ts';
import type { Table } from '#nodes/sdk/plan/table.ts';

/** Of the beginning of a table; what is sorted there is sorted. */
const MOST_ROWS = 50_000;
/** Fewer moments make no series of which the newest part could stand for what comes. */
const FEWEST_MOMENTS = 20;
/** Steps against the direction of time: a log has a few, and a table of several places one between two of them. */
const MOST_BACK = 0.01;
/** With fewer days, some drawn at random may all differ, and lie evenly. */
const FEWEST_DAYS = 50;
/** Days by which months differ, and by which a weekend interrupts. */
const SLACK = 3;
/** Moments within days come by the clock, or at random. */
const SLACK_WITHIN = 0.01;
const EVEN = 0.9;

const DAY = 86_400_000;

/** The names, in the table's order. */
export async function seriesColumns(table: Table, tables: TablesPort): Promise<readonly string[]> {
  const names = table.columns.flatMap(({ name, type }) =>
    type === 'date' || type === 'timestamp' ? [name] : [],
  );
  if (names.length === 0) return [];
  const { columns } = await tables.columns(table.limit(MOST_ROWS), names);
  return names.filter((name) => isSeries(columns.get(name)! as readonly Cell[]));
}

/** Moments as ISO text, which is in the order of time. */
export function isSeries(cells: readonly Cell[]): boolean {
  const moments = cells.filter((cell) => typeof cell === 'string');
  if (moments.length < cells.length * (1 - MOST_BACK)) return false;
  const different = new Set(moments);
  if (different.size < FEWEST_MOMENTS) return false;
  return isSorted(moments) || (different.size === moments.length && isEven(moments));
}

function isSorted(moments: readonly string[]): boolean {
  let [back, forth] = [0, 0];
  for (let at = 1; at < moments.length; at++) {
    if (moments[at]! < moments[at - 1]!) back++;
    else if (moments[at]! > moments[at - 1]!) forth++;
  }
  return Math.min(back, forth) <= moments.length * MOST_BACK;
}

/** One row for each day, week, month, hour: a series also where its rows were shuffled. */
function isEven(moments: readonly string[]): boolean {
  if (moments.length < FEWEST_DAYS) return false;
  const days = moments.map((moment) => Date.parse(moment) / DAY).sort((a, b) => a - b);
  const gaps = days.slice(1).map((day, at) => day - days[at]!);
  const usual = gaps.toSorted((a, b) => a - b)[Math.floor(gaps.length / 2)]!;
  const slack = days.every(Number.isInteger) ? SLACK : usual * SLACK_WITHIN;
  const even = gaps.filter((gap) => Math.abs(gap - usual) <= slack);
  return even.length >= gaps.length * EVEN;
}
