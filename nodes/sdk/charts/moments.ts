/** Days and moments along an axis: how long a stretch suits them, and where stretches begin. */
import type { Cell } from '../context.ts';
import type { DateUnit } from '../expressions/values/dateUnits.ts';

export type Moment = 'date' | 'timestamp';

/** Of a day or moment in ISO text: milliseconds since 1970, UTC. */
export const millis = (iso: Cell | undefined): number =>
  Date.parse(String(iso).length > 10 ? `${String(iso)}Z` : `${String(iso)}T00:00:00Z`);

/** The ISO text that tables and expressions know. */
export const isoOf = (time: number, type: Moment): string =>
  new Date(time).toISOString().slice(0, type === 'date' ? 10 : 19);

const MINUTE = 60_000;
const DAY = 86_400_000;

const LENGTHS: readonly (readonly [unit: DateUnit, millis: number])[] = [
  ['minute', MINUTE],
  ['hour', 60 * MINUTE],
  ['day', DAY],
  ['week', 7 * DAY],
  ['month', 30.44 * DAY],
  ['quarter', 91.31 * DAY],
  ['year', 365.25 * DAY],
];

/** The shortest unit of which no more than `most` lie between two moments; years where there are more of each. */
export function unitFor(low: number, high: number, type: Moment, most: number): DateUnit {
  const fitting = LENGTHS.find(
    ([unit, length]) =>
      (type === 'timestamp' || length >= DAY) && unit !== 'week' && (high - low) / length < most,
  );
  return fitting?.[0] ?? 'year';
}

/** Where the stretch begins that comes `count` after the one of `start`, itself a beginning. */
export function later(start: number, unit: DateUnit, count = 1): number {
  const months = { month: 1, quarter: 3, year: 12 }[unit as string];
  if (months === undefined) {
    return start + count * LENGTHS.find(([name]) => name === unit)![1];
  }
  const date = new Date(start);
  return date.setUTCMonth(date.getUTCMonth() + count * months);
}
