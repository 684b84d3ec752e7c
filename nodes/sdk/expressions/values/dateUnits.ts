import {
  civilOf,
  daysOf,
  isoWeekday,
  MICROS_PER_DAY,
  MICROS_PER_HOUR,
  MICROS_PER_MINUTE,
} from './calendar.ts';

export type DateUnit = 'year' | 'quarter' | 'month' | 'week' | 'day' | 'hour' | 'minute';

const NAMES: ReadonlyMap<string, DateUnit> = new Map<string, DateUnit>([
  ['year', 'year'],
  ['quarter', 'quarter'],
  ['month', 'month'],
  ['week', 'week'],
  ['day', 'day'],
  ['hour', 'hour'],
  ['minute', 'minute'],
  ['ano', 'year'],
  ['trimestre', 'quarter'],
  ['mes', 'month'],
  ['mês', 'month'],
  ['semana', 'week'],
  ['dia', 'day'],
  ['hora', 'hour'],
  ['minuto', 'minute'],
]);

/** Every word for a unit, in both languages. */
export const UNITS: readonly string[] = [...NAMES.keys()];

export function unitOf(word: string): DateUnit | undefined {
  return NAMES.get(word.toLowerCase());
}

/** The beginning of the unit in which a moment lies: days for a date, microseconds for a timestamp. */
export function truncate(unit: DateUnit, type: 'date' | 'timestamp'): (moment: number) => number {
  if (unit === 'hour' || unit === 'minute') {
    if (type === 'date') return (days) => days;
    const step = unit === 'hour' ? MICROS_PER_HOUR : MICROS_PER_MINUTE;
    return (micros) => Math.floor(micros / step) * step;
  }
  if (type === 'date') return (days) => firstDay(unit, days);
  return (micros) => firstDay(unit, Math.floor(micros / MICROS_PER_DAY)) * MICROS_PER_DAY;
}

function firstDay(unit: 'year' | 'quarter' | 'month' | 'week' | 'day', days: number): number {
  if (unit === 'day') return days;
  if (unit === 'week') return days - isoWeekday(days) + 1;
  const { year, month } = civilOf(days);
  if (unit === 'month') return daysOf(year, month, 1);
  return daysOf(year, unit === 'year' ? 1 : Math.floor((month - 1) / 3) * 3 + 1, 1);
}
