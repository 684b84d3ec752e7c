/** Which dates a column holds: the order of day, month and year, and how precise the time is. */
import type { DateReading } from './reading.ts';
import { shapeOf, type DateShape } from './shapes.ts';
import type { MaskCount, Tally } from './tally.ts';

/** `dmy` is 31/12/2024, `mdy` is 12/31/2024. */
export type DayOrder = 'dmy' | 'mdy';

export interface DateFinding {
  readonly reading: DateReading;
  readonly covered: number;
  /** A date that could be read otherwise, where nothing in the column decides. */
  readonly ambiguous?: string;
  readonly order: DayOrder | 'ymd';
  readonly twoDigitYears: boolean;
}

export interface DateSigns {
  readonly forced?: DayOrder | 'ymd' | undefined;
  /** Of the file's other columns, or of where such files come from. */
  readonly usual: DayOrder;
}

type Item = { readonly shape: DateShape; readonly count: MaskCount };

/** The reading of the column as dates of one form; null where there is none. */
export function findDates(tally: Tally, signs: DateSigns): DateFinding | null {
  const items = dateItems(tally);
  const [first] = items;
  if (first === undefined) return null;
  const { order, separator, yearDigits } = first.shape;
  const alike = items.filter(
    ({ shape }) =>
      shape.order === order && shape.separator === separator && shape.yearDigits === yearDigits,
  );
  const covered = alike.reduce((sum, { count }) => sum + count.count, 0);
  const proven = order === 'ymd' ? 'ymd' : provenOf(alike);
  if (proven === 'neither') return null;
  const found = proven ?? signs.forced ?? signs.usual;
  if (signs.forced !== undefined && signs.forced !== found) return null;
  return {
    reading: readingOf(alike, found),
    covered,
    order: found,
    twoDigitYears: yearDigits === 2,
    ...(proven === null && signs.forced === undefined ? { ambiguous: alike[0]!.count.min } : {}),
  };
}

/** The order that the column's own dates prove, if any. */
export function provenOrder(tally: Tally): DayOrder | null {
  const proven = provenOf(dateItems(tally).filter(({ shape }) => shape.order === 'year-last'));
  return proven === 'neither' ? null : proven;
}

/** The most frequent form first. */
function dateItems(tally: Tally): Item[] {
  return [...tally.masks]
    .flatMap(([mask, count]) => {
      const shape = shapeOf(mask);
      return shape.kind === 'date' ? [{ shape, count }] : [];
    })
    .sort((a, b) => b.count.count - a.count.count);
}

function provenOf(items: readonly Item[]): DayOrder | 'neither' | null {
  let first = 0;
  let second = 0;
  for (const { shape, count } of items) {
    first = Math.max(first, Number(count.max.split(shape.separator)[0]));
    second = Math.max(second, count.second);
  }
  if (first > 31 || second > 31 || (first > 12 && second > 12)) return 'neither';
  if (first > 12) return 'dmy';
  return second > 12 ? 'mdy' : null;
}

function readingOf(items: readonly Item[], order: DayOrder | 'ymd'): DateReading {
  const shapes = items.map(({ shape }) => shape);
  const type = shapes.some((shape) => shape.time !== '') ? 'timestamp' : 'date';
  const zoned = shapes.some((shape) => shape.zone);
  const iso = order === 'ymd' && shapes.every((shape) => shape.separator === '-' && shape.padded);
  const plain = iso && shapes.every((shape) => shape.half === '' && !shape.zone);
  const formats = [...new Set(shapes.map((shape) => formatOf(shape, order)))];
  const form = plain ? 'iso' : iso && zoned ? 'zoned' : 'pattern';
  return { kind: 'date', type, form, formats };
}

const TIMES = { '': '', m: '%H:%M', s: '%H:%M:%S', f: '%H:%M:%S.%f' } as const;

function formatOf(shape: DateShape, order: DayOrder | 'ymd'): string {
  const year = shape.yearDigits === 2 ? '%y' : '%Y';
  const parts = { ymd: [year, '%m', '%d'], dmy: ['%d', '%m', year], mdy: ['%m', '%d', year] }[
    order
  ];
  const time = shape.half === '' ? TIMES[shape.time] : TIMES[shape.time].replace('%H', '%I');
  const half = shape.half.replace('AM', '%p');
  return `${parts.join(shape.separator)}${shape.between}${time}${half}${shape.zone ? '%z' : ''}`;
}
