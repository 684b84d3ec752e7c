import fc from 'fast-check';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { quoteText } from '#nodes/sdk/expressions/sql/quote.ts';
import { openDatabase, type Database } from '../duckdb/database.ts';
import { openSession } from '../duckdb/session.ts';
import { foldMask, maskOf, secondPart, sqlMask, sqlSecondPart } from './masks.ts';
import { shapeOf, type Shape } from './shapes.ts';

let folder: string;
let database: Database;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'esteira-masks-'));
  database = await openDatabase({
    memoryLimit: '100MB',
    spill: folder,
    folders: [],
    connections: 1,
  });
});
afterAll(async () => {
  await database.close();
  await rm(folder, { recursive: true, force: true });
});

describe('the mask of a cell', () => {
  it('is the same in JavaScript and in SQL', async () => {
    const part = fc.constantFrom(
      '0',
      '1',
      '12',
      '9',
      '.',
      ',',
      '-',
      '+',
      '/',
      ':',
      ' ',
      'e',
      'T',
      'Z',
      'x',
      'nan',
      'Inf',
      'true',
      'é',
    );
    const text = fc
      .array(part, { minLength: 1, maxLength: 8 })
      .map((parts) => parts.join('').trim() || '0');
    await fc.assert(
      fc.asyncProperty(fc.array(text, { minLength: 1, maxLength: 50 }), async (texts) => {
        const values = texts.map((cell) => `(${quoteText(cell)})`).join(', ');
        const found = await openSession(database).read(
          `SELECT ${sqlMask('cell')}, ${sqlSecondPart('cell')} FROM (VALUES ${values}) AS t(cell)`,
        );
        const folded = found.map(([mask, second]) => {
          const raw = String(mask);
          return [/[0-9]/.test(raw) ? foldMask(raw) : raw, second];
        });
        expect(folded).toEqual(texts.map((cell) => [maskOf(cell), secondPart(cell)]));
      }),
      { numRuns: 60, seed: 3 },
    );
  });

  it('does not change when it is folded again', () => {
    for (const text of ['007', '-0.5', '12/31/2024', '1e-9', '+10']) {
      expect(foldMask(maskOf(text))).toBe(maskOf(text));
    }
  });
});

describe('the shape of a mask', () => {
  const kinds: readonly [Shape['kind'], readonly string[]][] = [
    ['int', ['0', '7', '-12', '+3', '007', '12345678901234567890']],
    ['dot', ['0.5', '12.34', '.5', '5.', '-0.123', '1.5e-3']],
    ['comma', ['0,5', '12,34', ',5', '0,123']],
    ['exponent', ['1e5', '2E-3']],
    ['dot-group', ['1.234', '12.345,67', '1.234.567']],
    ['comma-group', ['1,234', '12,345.67', '1,234,567']],
    ['infinite', ['NaN', 'inf', '-Infinity']],
    ['bool', ['true', 'False']],
    [
      'date',
      [
        '2024-01-31',
        '31/01/2024',
        '1.2.2024',
        '31/12/99',
        '2024-01-05T10:00:00.5+02:00',
        '1/25/2024 3:05 PM',
      ],
    ],
    [
      'text',
      ['abc', '1.2.10', '192.168.0.1', '12:30', '1-2', '--', '1 234', '(11) 9999', '3/4', '1,2,3'],
    ],
  ];

  it.each(kinds)('%s', (kind, texts) => {
    expect(texts.map((text) => [text, shapeOf(maskOf(text)).kind])).toEqual(
      texts.map((text) => [text, kind]),
    );
  });

  it('tells proven thousands from doubtful ones, and codes by their leading zero', () => {
    const proof = (text: string) => (shapeOf(maskOf(text)) as { proof?: boolean }).proof;
    expect(['1.234', '1.234,5', '1.234.567'].map(proof)).toEqual([false, true, true]);
    expect(shapeOf(maskOf('00501'))).toEqual({ kind: 'int', digits: 5, zero: true });
    expect(shapeOf(maskOf('0'))).toEqual({ kind: 'int', digits: 1, zero: false });
  });
});
