/** Dates and timestamps as ISO text: `2024-01-31` and `2024-01-31T10:05:07.123456` (years 0001 to 9999). */
import { civilOf, daysInMonth, daysOf, MICROS_PER_DAY, pad } from './calendar.ts';

const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
const TIMESTAMP = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}):(\d{2}):(\d{2})(?:\.(\d{1,6}))?$/;

/** Days since 1970-01-01, or null when the text is no real day. */
export function parseIsoDate(text: string): number | null {
  const parts = DATE.exec(text);
  if (parts === null) return null;
  const year = Number(parts[1]);
  const month = Number(parts[2]);
  const day = Number(parts[3]);
  if (year < 1 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null;
  return daysOf(year, month, day);
}

/** Microseconds since 1970-01-01T00:00:00, or null when the text is no real moment. */
export function parseIsoTimestamp(text: string): number | null {
  const parts = TIMESTAMP.exec(text);
  if (parts === null) return null;
  const days = parseIsoDate(parts[1]!);
  const hour = Number(parts[2]);
  const minute = Number(parts[3]);
  const second = Number(parts[4]);
  if (days === null || hour > 23 || minute > 59 || second > 59) return null;
  const micros = Number((parts[5] ?? '').padEnd(6, '0'));
  return days * MICROS_PER_DAY + ((hour * 60 + minute) * 60 + second) * 1e6 + micros;
}

export function isoDate(days: number): string {
  const { year, month, day } = civilOf(days);
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
}

/** Seconds always, a fraction only where there is one, without trailing zeros; `between` parts date and time. */
export function isoTimestamp(micros: number, between: 'T' | ' ' = 'T'): string {
  const days = Math.floor(micros / MICROS_PER_DAY);
  const rest = micros - days * MICROS_PER_DAY;
  const seconds = Math.floor(rest / 1e6);
  const fraction = rest - seconds * 1e6;
  const time = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
    .map((part) => pad(part, 2))
    .join(':');
  const tail = fraction === 0 ? '' : `.${pad(fraction, 6).replace(/0+$/, '')}`;
  return `${isoDate(days)}${between}${time}${tail}`;
}
