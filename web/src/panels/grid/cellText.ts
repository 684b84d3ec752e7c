/** A cell as text: numbers and dates by the reader's language. */
import type { Column, Locale } from '#schemas/types.ts';
import type { Cell } from '../../api.ts';
import { dayStyle } from '../../i18n/days.ts';

export type CellWriter = (cell: Cell, column: Column) => string;

/** `yes` and `no` are the words of the language. A missing value is the empty text. */
export function cellWriter(
  locale: Locale,
  words: { readonly yes: string; readonly no: string },
): CellWriter {
  const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 0, useGrouping: false });
  const decimal = new Intl.NumberFormat(locale, {
    maximumSignificantDigits: 7,
    useGrouping: false,
  });
  const dates = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', dateStyle: dayStyle(locale) });
  const times = new Intl.DateTimeFormat(locale, {
    timeZone: 'UTC',
    dateStyle: dayStyle(locale),
    timeStyle: 'medium',
  });
  const date = (text: string, format: Intl.DateTimeFormat, zone: string): string => {
    const time = Date.parse(`${text}${zone}`);
    return Number.isNaN(time) ? text : format.format(time);
  };
  return (cell, { type }) => {
    if (cell === null) return '';
    if (typeof cell === 'boolean') return cell ? words.yes : words.no;
    if (typeof cell === 'number') return (type === 'int64' ? whole : decimal).format(cell);
    if (type === 'date') return date(cell, dates, 'T00:00:00Z');
    return type === 'timestamp' ? date(cell, times, 'Z') : cell;
  };
}
