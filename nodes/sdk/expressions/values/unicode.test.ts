import type { DuckDBConnection } from '@duckdb/node-api';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDuckDb, queryColumn } from '../../../../test/support/expressions/duckdb.ts';
import { withoutAccents } from './accents.ts';
import { BLANKS } from './blanks.ts';
import { countCodePoints, firstCodePoints, lastCodePoints, sliceCodePoints } from './codePoints.ts';
import { compareText } from './compareText.ts';
import { lowerCase, upperCase } from './letterCase.ts';

let connection: DuckDBConnection;
beforeAll(async () => {
  connection = await openDuckDb();
});
afterAll(() => {
  connection.closeSync();
});

/** Every code point that a text may hold, without NUL and the byte-order mark. */
const CHARACTERS = Array.from({ length: 0x110000 }, (_, code) => code)
  .filter((code) => code > 0 && code !== 0xfeff && (code < 0xd800 || code > 0xdfff))
  .map((code) => String.fromCodePoint(code));

describe('every character of Unicode', () => {
  it.each<[string, (text: string) => string]>([
    ['upper(c)', upperCase],
    ['lower(c)', lowerCase],
    ["substring(strip_accents('a' || c), 2)", (char) => withoutAccents(`a${char}`).slice(1)],
    ['strip_accents(c)', withoutAccents],
    ["upper('é' || c)", (char) => upperCase(`é${char}`)],
  ])('%s is the same in DuckDB', async (sql, js) => {
    const bulk = await queryColumn(
      connection,
      `SELECT ${sql.replaceAll('c)', 'chr(CAST(i AS INTEGER)))')} FROM
       (SELECT * FROM range(1, 55296) UNION ALL SELECT * FROM range(57344, 1114112)) AS t(i) WHERE i <> 65279 ORDER BY i`,
    );
    expect(bulk).toHaveLength(CHARACTERS.length);
    const different = CHARACTERS.filter((char, index) => js(char) !== bulk[index]);
    expect(different).toEqual([]);
  });
});

it('BLANKS are what JavaScript trims', () => {
  const trimmed = [...CHARACTERS, '\0', '\ufeff'].filter((char) => char.trim() === '');
  expect(trimmed.toSorted()).toEqual(BLANKS.split('').toSorted());
});

const texts = fc
  .oneof(
    fc.string({ unit: 'binary', maxLength: 8 }),
    fc.string({ unit: fc.constantFrom('a', 'b', '\ue000', '\uffff', '😀', '\u{10ffff}') }),
  )
  .filter((text) => text.isWellFormed());

it('compareText orders as the bytes of UTF-8 do', () => {
  fc.assert(
    fc.property(texts, texts, (a, b) => {
      const bytes = Buffer.compare(Buffer.from(a), Buffer.from(b));
      expect(Math.sign(compareText(a, b))).toBe(bytes);
    }),
    { numRuns: 3000 },
  );
});

it('code points are counted and cut as an array of them', () => {
  const places = fc.nat(12);
  fc.assert(
    fc.property(texts, places, places, (text, start, length) => {
      const list = Array.from(text);
      expect(countCodePoints(text)).toBe(list.length);
      expect(sliceCodePoints(text, start, start + length)).toBe(
        list.slice(start, start + length).join(''),
      );
      expect(firstCodePoints(text, length)).toBe(list.slice(0, length).join(''));
      expect(lastCodePoints(text, length)).toBe(
        list.slice(Math.max(0, list.length - length)).join(''),
      );
    }),
    { numRuns: 2000 },
  );
});
