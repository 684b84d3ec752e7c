/** Reads text by a date format. A pattern lets only the right shape pass, so DuckDB's own leniency never shows. */
import { quoteText } from '../sql/quote.ts';
import { BLANKS } from './blanks.ts';
import { daysInMonth, daysOf } from './calendar.ts';
import { directivesOf, type DateFormat, type DatePart } from './dateFormat.ts';

/** SQL of the timestamp that `text` (SQL) stands for, or null. */
export function strptimeSql(text: string, format: DateFormat): string {
  const shaped = `regexp_extract(trim(${text}, ${quoteText(BLANKS)}), ${quoteText(shapeOf(format))})`;
  return `try_strptime(${shaped}, ${quoteText(directivesOf(format))})`;
}

export interface ReadMoment {
  readonly days: number;
  /** Since midnight. */
  readonly seconds: number;
}

/** The moment that a text stands for, or null. */
export function parseBy(format: DateFormat): (text: string) => ReadMoment | null {
  const pattern = new RegExp(shapeOf(format));
  const parts = format.pieces.filter((piece) => typeof piece === 'string');
  return (text) => {
    const match = pattern.exec(text.trim());
    if (match === null) return null;
    const numbers = new Map(parts.map((part, index) => [part, Number(match[index + 1])]));
    return momentOf(numbers);
  };
}

function momentOf(numbers: ReadonlyMap<DatePart, number>): ReadMoment | null {
  const year = numbers.get('year') ?? centuryOf(numbers.get('shortYear')!);
  const month = numbers.get('month')!;
  const day = numbers.get('day')!;
  const hour = numbers.get('hour') ?? 0;
  const minute = numbers.get('minute') ?? 0;
  const second = numbers.get('second') ?? 0;
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null;
  if (hour > 23 || minute > 59 || second > 59) return null;
  return { days: daysOf(year, month, day), seconds: (hour * 60 + minute) * 60 + second };
}

/** POSIX: 69 to 99 are 1969 to 1999, 00 to 68 are 2000 to 2068. */
function centuryOf(shortYear: number): number {
  return shortYear + (shortYear < 69 ? 2000 : 1900);
}

/** A pattern that RE2 and JavaScript read alike. Year 0000 has no place in it: there was none. */
function shapeOf(format: DateFormat): string {
  const two = format.packed ? '[0-9]{2}' : '[0-9]{1,2}';
  const year = '[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9]';
  const pieces = format.pieces.map((piece) => {
    if (typeof piece !== 'string') return piece.text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
    return `(${piece === 'year' ? year : piece === 'shortYear' ? '[0-9]{2}' : two})`;
  });
  return `^${pieces.join('')}$`;
}
