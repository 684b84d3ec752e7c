/** The type of a column from its tally: of the sample first, of the whole file where the sample misled. */
import type { Note } from '#nodes/sdk/values.ts';
import { findDates, type DateSigns } from './dates.ts';
import { findNumbers, type NumberFinding, type NumberSigns } from './numbers.ts';
import { EMPTY, TEXT, type Reading } from './reading.ts';
import { shapeOf } from './shapes.ts';
import type { Tally } from './tally.ts';

export interface Signs {
  readonly number: NumberSigns;
  readonly date: DateSigns;
}

/** A type that the user may ask for by name. */
export const FORCED_TYPES = [
  'number',
  'int64',
  'float64',
  'bool',
  'category',
  'text',
  'date',
  'timestamp',
] as const;
export type ForcedType = (typeof FORCED_TYPES)[number];

export interface Decision {
  readonly reading: Reading;
  readonly notes: readonly Note[];
  /** All digits, some with a leading zero: kept as text. */
  readonly code: boolean;
}

/** Below this share of fitting cells a column is plain text and nothing needs to be said. */
const ALMOST = 0.9;
const ENOUGH_CELLS = 20;

export function decide(name: string, tally: Tally, signs: Signs): Decision {
  const { present } = tally;
  if (present === 0) return plain(EMPTY);
  if (countShape(tally, 'bool') === present)
    return plain({ kind: 'bool', type: 'bool', words: false });
  const numbers = findNumbers(tally, signs.number);
  if (numbers !== null && numbers.covered === present) return asNumbers(name, numbers);
  const dates = findDates(tally, signs.date);
  if (dates !== null && dates.covered === present) {
    const { ambiguous } = dates;
    const notes: Note[] =
      ambiguous === undefined
        ? []
        : [warning('csv-date-ambiguous', { column: name, value: ambiguous, read: dates.order })];
    if (dates.twoDigitYears) notes.push(warning('csv-years-short', { column: name }));
    return { reading: dates.reading, notes, code: false };
  }
  return {
    reading: TEXT,
    notes: almost(name, tally, numbers?.covered, dates?.covered),
    code: false,
  };
}

/** The reading that comes nearest to a type asked for; cells that do not fit become missing. */
export function decideForced(tally: Tally, type: ForcedType, signs: Signs): Reading {
  if (type === 'text' || type === 'category') return TEXT;
  if (type === 'bool') return { kind: 'bool', type: 'bool', words: true };
  if (type === 'date' || type === 'timestamp') {
    const found = findDates(tally, signs.date)?.reading;
    return { kind: 'date', form: 'iso', formats: ['%Y-%m-%d'], ...found, type };
  }
  const found = findNumbers(tally, signs.number)?.reading ?? {
    kind: 'number',
    decimal: signs.number.forced ?? signs.number.usual,
    thousands: false,
    type: 'float64',
  };
  return type === 'number' ? found : { ...found, type };
}

function asNumbers(name: string, found: NumberFinding): Decision {
  if (found.code) return { reading: TEXT, notes: [], code: true };
  const { reading, ambiguous, tooLong } = found;
  // Numbers of twenty digits, all of one length, count nothing: they name things.
  if (tooLong?.even === true) return { reading: TEXT, notes: [], code: true };
  const notes: Note[] = [];
  if (tooLong !== undefined)
    notes.push(warning('csv-integers-rounded', { column: name, value: tooLong.example }));
  if (ambiguous !== undefined) {
    const read = reading.thousands ? ambiguous.replaceAll(/[.,]/g, '') : ambiguous;
    const sign = reading.decimal;
    notes.push(warning('csv-number-ambiguous', { column: name, value: ambiguous, read, sign }));
  }
  return { reading, notes, code: false };
}

function almost(name: string, tally: Tally, numbers = 0, dates = 0): Note[] {
  const best = Math.max(numbers, dates);
  if (tally.present < ENOUGH_CELLS || best < tally.present * ALMOST || best === tally.present)
    return [];
  const expected = numbers >= dates ? 'number' : 'date';
  const value = misfit(tally, expected);
  return [
    warning('csv-almost-type', { column: name, expected, count: tally.present - best, value }),
  ];
}

/** A cell that keeps the column from being what it almost is. */
function misfit(tally: Tally, expected: 'number' | 'date'): string {
  const wanted = [...tally.masks].filter(([mask]) => {
    const { kind } = shapeOf(mask);
    return expected === 'date' ? kind !== 'date' : kind === 'text' || kind === 'date';
  });
  const rarest = (wanted.length === 0 ? [...tally.masks] : wanted).sort(
    (a, b) => a[1].count - b[1].count,
  );
  return rarest[0]?.[1].min ?? '';
}

function countShape(tally: Tally, kind: string): number {
  let count = 0;
  for (const [mask, { count: cells }] of tally.masks)
    if (shapeOf(mask).kind === kind) count += cells;
  return count;
}

function plain(reading: Reading): Decision {
  return { reading, notes: [], code: false };
}

function warning(code: Note['code'], params: NonNullable<Note['params']>): Note {
  return { code, level: 'warning', params };
}
