/** Random tables, written in random ways, come back equal. */
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Cell } from '#nodes/sdk/context.ts';
import { openImporter, type Importer } from './testing/imports.ts';

let csv: Importer;
beforeAll(async () => (csv = await openImporter()));
afterAll(() => csv.close());

type Kind = 'whole' | 'decimal' | 'text' | 'bool' | 'day' | 'moment';

interface Way {
  readonly delimiter: ',' | ';' | '\t' | '|';
  readonly decimal: '.' | ',';
  readonly order: 'ymd' | 'dmy' | 'mdy';
  readonly lineEnd: '\n' | '\r\n';
  readonly encoding: 'utf8' | 'win1252' | 'utf16le';
  readonly quoteAll: boolean;
  readonly missing: '' | 'NA' | 'null';
}

const way: fc.Arbitrary<Way> = fc.record({
  delimiter: fc.constantFrom(',', ';', '\t', '|'),
  decimal: fc.constantFrom('.', ','),
  order: fc.constantFrom('ymd', 'dmy', 'mdy'),
  lineEnd: fc.constantFrom('\n', '\r\n'),
  encoding: fc.constantFrom('utf8', 'win1252', 'utf16le'),
  quoteAll: fc.boolean(),
  missing: fc.constantFrom('', 'NA', 'null'),
});

// Texts with all that can go wrong in a field, and a letter in front, so that none is a number, a date or missing.
const text = fc
  .array(fc.constantFrom('a', 'é', ' ', ',', ';', '|', '"', "'", '1', '.', '\t', 'ç', '-'), {
    maxLength: 8,
  })
  .map((parts) => `x${parts.join('')}y`);
// 13 to 28: a day that proves the order of its date.
const day = fc
  .tuple(
    fc.integer({ min: 1950, max: 2030 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 13, max: 28 }),
  )
  .map(([y, m, d]) => `${y}-${String(m).padStart(2, '0')}-${d}`);

const values: { readonly [kind in Kind]: fc.Arbitrary<Cell> } = {
  whole: fc.integer({ min: -1e6, max: 1e6 }),
  // A fraction of one or two digits is never taken for a group of thousands.
  decimal: fc.integer({ min: -1e7, max: 1e7 }).map((n) => (n * 10 + 5) / 100),
  text,
  bool: fc.boolean(),
  day,
  moment: day.map((d) => `${d}T10:30:05`),
};

interface Sheet {
  readonly kinds: readonly Kind[];
  readonly rows: readonly (readonly Cell[])[];
}

const sheet: fc.Arbitrary<Sheet> = fc
  .array(fc.constantFrom<Kind>('whole', 'decimal', 'text', 'bool', 'day', 'moment'), {
    minLength: 2,
    maxLength: 6,
  })
  .chain((kinds) => {
    const full = fc.tuple(...kinds.map((kind) => values[kind]));
    const holed = fc.tuple(...kinds.map((kind) => fc.option(values[kind], { freq: 4 })));
    return fc
      .tuple(full, fc.array(holed, { minLength: 1, maxLength: 12 }))
      .map(([first, rest]) => ({ kinds, rows: [first, ...rest] }));
  });

function write({ kinds, rows }: Sheet, to: Way): Buffer {
  const field = (value: Cell, kind: Kind | 'name'): string => {
    if (value === null) return to.missing;
    const plain = plainText(value, kind, to);
    const needed = /["\r\n]|^ | $/.test(plain) || plain.includes(to.delimiter);
    return needed || to.quoteAll ? `"${plain.replaceAll('"', '""')}"` : plain;
  };
  const header = kinds.map((kind, i) => field(`${kind} ${i}`, 'name'));
  const lines = rows.map((row) => row.map((value, i) => field(value, kinds[i]!)));
  const all = [header, ...lines].map((line) => `${line.join(to.delimiter)}${to.lineEnd}`).join('');
  return iconv.encode(all, to.encoding, { addBOM: to.encoding === 'utf16le' });
}

function plainText(value: NonNullable<Cell>, kind: Kind | 'name', to: Way): string {
  if (kind === 'decimal') return String(value).replace('.', to.decimal);
  if (kind !== 'day' && kind !== 'moment') return String(value);
  const [date = '', time] = String(value).split('T');
  const [y, m, d] = date.split('-');
  const written = { ymd: date, dmy: `${d}/${m}/${y}`, mdy: `${m}/${d}/${y}` }[to.order];
  return time === undefined ? written : `${written} ${time}`;
}

const TYPES: { readonly [kind in Kind]: string } = {
  whole: 'int64',
  decimal: 'float64',
  text: 'text',
  bool: 'bool',
  day: 'date',
  moment: 'timestamp',
};

it('every dialect is found out, with nothing said', { timeout: 120_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(sheet, way, async (table, to) => {
      const { columns, rows, found } = await csv.text(write(table, to));
      expect(found['rejected']).toMatchObject({ count: 0 });
      expect(columns.map(({ type }) => type)).toEqual(table.kinds.map((kind) => TYPES[kind]));
      expect(rows).toEqual(table.rows);
    }),
    { numRuns: 80, seed: 7 },
  );
});

it('what is said is obeyed', { timeout: 60_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(sheet, way, async (table, to) => {
      const { rows } = await csv.text(write(table, to), {
        delimiter: to.delimiter,
        decimal: to.decimal,
        header: 'yes',
        dateFormat: to.order,
        encoding: ({ utf8: 'utf-8', win1252: 'windows-1252', utf16le: 'utf-16' } as const)[
          to.encoding
        ],
        missing: to.missing === '' ? [] : [to.missing],
      });
      expect(rows).toEqual(table.rows);
    }),
    { numRuns: 30, seed: 8 },
  );
});
