/** Quantities with their unit, as the reader's language writes them. */
import type { Locale } from './types.ts';

/** `unit` is one that Intl.NumberFormat knows, in the singular: 'second', 'megabyte'. */
export function quantityText(value: number, unit: string, digits: number, locale: Locale): string {
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit,
    // "157 byte" is what the short form makes of a plural.
    unitDisplay: unit === 'byte' ? 'long' : 'short',
    maximumFractionDigits: digits,
  }).format(value);
}

/** As exact as it is worth at its length: 0.4 ms, 12 ms, 3.4 s, 41 s, 2 min 5 s, 1 h 12 min. */
export function durationText(ms: number, locale: Locale): string {
  const text = (value: number, unit: string, digits = 0): string =>
    quantityText(value, unit, digits, locale);
  const both = (count: number, large: string, small: string): string => {
    const whole = text(Math.floor(count / 60), large);
    return count % 60 === 0 ? whole : `${whole} ${text(count % 60, small)}`;
  };
  if (ms < 999.5) return text(ms, 'millisecond', ms < 10 ? 1 : 0);
  if (ms < 9950) return text(ms / 1000, 'second', 1);
  const seconds = Math.round(ms / 1000);
  if (seconds < 60) return text(seconds, 'second');
  if (seconds < 3600) return both(seconds, 'minute', 'second');
  return both(Math.round(seconds / 60), 'hour', 'minute');
}
