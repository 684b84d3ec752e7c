import { civilOf, MICROS_PER_DAY, pad } from './calendar.ts';
import type { DateFormat, DatePart } from './dateFormat.ts';

/** Writes a timestamp (microseconds since 1970) by the format. */
export function formatBy({ pieces }: DateFormat): (micros: number) => string {
  return (micros) => {
    const days = Math.floor(micros / MICROS_PER_DAY);
    const seconds = Math.floor((micros - days * MICROS_PER_DAY) / 1e6);
    return pieces
      .map((piece) => (typeof piece === 'string' ? written(piece, days, seconds) : piece.text))
      .join('');
  };
}

function written(part: DatePart, days: number, seconds: number): string {
  switch (part) {
    case 'year':
      return pad(civilOf(days).year, 4);
    case 'shortYear':
      return pad(civilOf(days).year % 100, 2);
    case 'month':
      return pad(civilOf(days).month, 2);
    case 'day':
      return pad(civilOf(days).day, 2);
    case 'hour':
      return pad(Math.floor(seconds / 3600), 2);
    case 'minute':
      return pad(Math.floor(seconds / 60) % 60, 2);
    case 'second':
      return pad(seconds % 60, 2);
  }
}
