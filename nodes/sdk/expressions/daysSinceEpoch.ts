import { call, lit } from './build.ts';
import type { Expr } from './types.ts';

/** The day that is day 0. */
export const EPOCH = lit('1970-01-01', 'date');

const SECONDS_PER_DAY = 86_400;

/** Days from 1970-01-01 to a date or timestamp, the time of day (to the second) as a fraction. float64. */
export function daysSinceEpoch(date: Expr): Expr {
  const minutes = call('add', call('mul', call('hour', date), 60), call('minute', date));
  const seconds = call('add', call('mul', minutes, 60), call('second', date));
  return call('add', call('days_between', EPOCH, date), call('div', seconds, SECONDS_PER_DAY));
}
