import fc from 'fast-check';
import { FIRST_DAY, LAST_DAY, MICROS_PER_DAY } from '#nodes/sdk/expressions/values/calendar.ts';
import type { Cell, ValueType } from '#nodes/sdk/expressions/types.ts';

const NUMBERS = [
  0,
  -0,
  1,
  -1,
  0.5,
  1.5,
  2.5,
  -2.5,
  2.675,
  1e-5,
  1e-4,
  1e15,
  1e16,
  123456789012345680,
  2 ** 53,
  -(2 ** 53),
  1e300,
  1e308,
  -1e308,
  5e-324,
  Number.MAX_VALUE,
  Number.NaN,
  Infinity,
  -Infinity,
];

const TEXTS = [
  '',
  ' ',
  ' \t a b \u00a0\n',
  'São Paulo',
  'Sa\u0303o Paulo',
  'e\u0301\u0327',
  '😀',
  '👨‍👩‍👧 a',
  'ß ŉ ﬁ İ ı',
  'ΟΔΟΣ ᾳ ᾼ',
  '\ufffd\u{1f600}',
  'a\0b',
  "it's",
  '"q" [x]',
  '\\1 $& %',
  'aAbB1, 2; 3',
  'x'.repeat(3000),
  'ab😀é'.repeat(2000),
  '한글 가각',
];

const number = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...NUMBERS) },
  fc.double(),
  { weight: 2, arbitrary: fc.integer({ min: -50, max: 50 }) },
  fc.integer({ min: -1_000_000, max: 1_000_000 }).map((value) => value / 100),
);

const integer = fc.oneof(
  { weight: 3, arbitrary: fc.integer({ min: -20, max: 40 }) },
  fc.integer({ min: -3000, max: 12_000 }),
  fc.maxSafeInteger(),
);

const digits = (most: number) =>
  fc
    .integer({ min: 0, max: most })
    .chain((value) => fc.constantFrom(String(value), String(value).padStart(2, '0')));

const dateText = fc
  .tuple(
    digits(40),
    fc.constantFrom('/', '-', '.', ''),
    digits(14),
    digits(10_000),
    digits(25),
    digits(61),
  )
  .chain(([day, sign, month, year, hour, minute]) =>
    fc.constantFrom(
      [day, month, year].join(sign),
      [year.padStart(4, '0'), month.padStart(2, '0'), day.padStart(2, '0')].join(sign),
      [day, month, year.slice(-2)].join(sign),
      `${[day, month, year].join(sign)} ${hour}:${minute}`,
      `${[year, month, day].join(sign)}T${hour}:${minute}:${day}`,
    ),
  );

const numberText = fc
  .tuple(
    fc.constantFrom('', '-', '+', ' '),
    fc.nat(99_999_999),
    fc.constantFrom('.', ',', 'e', ''),
    fc.nat(999),
  )
  .chain(([sign, whole, mark, rest]) =>
    fc.constantFrom(
      `${sign}${whole}${mark}${rest}`,
      `${sign}${whole.toLocaleString('de-DE')},${rest}`,
      `${sign}${whole.toLocaleString('en-US')}.${rest}e-${rest}`,
      `${sign}${mark}${rest}`,
      `${whole} ${rest}`,
    ),
  );

const text = fc
  .oneof(
    { weight: 3, arbitrary: fc.constantFrom(...TEXTS) },
    fc.string({ unit: 'grapheme', maxLength: 20 }),
    fc.string({ unit: 'binary', maxLength: 20 }),
    fc.string({ unit: fc.constantFrom('a', 'b', 'A', ' ', 'é', '1'), maxLength: 8 }),
    dateText,
    numberText,
  )
  // The client of the test drops a byte-order mark at the start of any text that it reads.
  .filter((value) => value.isWellFormed() && !value.includes('\ufeff'));

const date = fc.oneof(
  { weight: 3, arbitrary: fc.integer({ min: -1500, max: 25_000 }) },
  fc.integer({ min: FIRST_DAY, max: LAST_DAY }),
  fc.constantFrom(FIRST_DAY, FIRST_DAY + 1, LAST_DAY - 1, LAST_DAY, -1, 0),
);

/** Fractions of a second only where a JS number holds microseconds exactly (years 1684 to 2255). */
const timestamp = fc.oneof(
  fc
    .tuple(date, fc.integer({ min: 0, max: 86_399 }))
    .map(([days, seconds]) => days * MICROS_PER_DAY + seconds * 1e6),
  fc
    .tuple(
      fc.integer({ min: -80_000, max: 80_000 }),
      fc.integer({ min: 0, max: MICROS_PER_DAY - 1 }),
    )
    .map(([days, micros]) => days * MICROS_PER_DAY + micros),
);

const PRESENT: { readonly [type in ValueType]: fc.Arbitrary<Cell> } = {
  bool: fc.boolean(),
  int64: integer,
  float64: number,
  text,
  date,
  timestamp,
};

/** Cells of a column: what real data hold and what breaks programs, with nulls among them. */
export function cells(type: ValueType): fc.Arbitrary<Cell> {
  return fc.oneof(
    { weight: 1, arbitrary: fc.constant(null) },
    { weight: 7, arbitrary: PRESENT[type] },
  );
}

export function presentCells(type: ValueType): fc.Arbitrary<Cell> {
  return PRESENT[type];
}
