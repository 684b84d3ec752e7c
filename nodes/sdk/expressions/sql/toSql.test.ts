import type { DuckDBConnection } from '@duckdb/node-api';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  evaluateInDuckDb,
  openDuckDb,
  queryColumn,
} from '../../../../test/support/expressions/duckdb.ts';
import { call, col, lit, lookup } from '../build.ts';
import { compile } from '../rows/compile.ts';
import type { Cell, Expr, Literal, ValueType } from '../types.ts';
import { quoteIdentifier, quoteLiteral } from './quote.ts';
import { toSql } from './toSql.ts';

let connection: DuckDBConnection;
beforeAll(async () => {
  connection = await openDuckDb();
});
afterAll(() => {
  connection.closeSync();
});

const COLUMNS = new Map<string, ValueType>([
  ['n', 'int64'],
  ['x', 'float64'],
  ['t', 'text'],
  ['d', 'date'],
]);

describe('the SQL is', () => {
  const x = col('x');
  it.each<[string, Expr, string]>([
    ['a quoted column', col('t'), '"t"'],
    ['a float column that must be finite', x, 'CASE WHEN isfinite("x") THEN "x" END'],
    [
      'one check for a chain of arithmetic',
      call('sub', call('add', x, col('n')), -4.9),
      'CASE WHEN isfinite((("x" + CAST("n" AS DOUBLE)) - (-4.9e0))) THEN (("x" + CAST("n" AS DOUBLE)) - (-4.9e0)) END',
    ],
    ['a whole number with its type', call('eq', col('n'), 3), '("n" = CAST(3 AS BIGINT))'],
    [
      'a constant null of the type asked for',
      call('coalesce', col('d'), lit(null)),
      '(coalesce("d", CAST(NULL AS DATE)))',
    ],
    ['a count within bounds', call('left', col('t'), 2.7), '(left("t", CAST(2 AS BIGINT)))'],
    ['nothing of a call with a null', call('upper', lit(null)), 'CAST(NULL AS VARCHAR)'],
  ])('%s', (_, expr, sql) => {
    expect(toSql(expr, { columns: COLUMNS })).toBe(sql);
  });

  it('shorter where the source promises finite numbers', () => {
    const context = { columns: COLUMNS, finiteColumns: true };
    expect(toSql(call('gt', x, 1), context)).toBe('("x" > 1e0)');
  });

  it('of the type asked for', () => {
    const as = (expr: Expr, type: ValueType) => toSql(expr, { columns: COLUMNS, as: type });
    expect(as(col('n'), 'float64')).toBe('CAST("n" AS DOUBLE)');
    expect(as(lit(3), 'float64')).toBe('3e0');
    expect(as(lit(null), 'date')).toBe('CAST(NULL AS DATE)');
    expect(as(col('d'), 'timestamp')).toBe('CAST("d" AS TIMESTAMP)');
  });

  it('made of the names that the emitter gives', () => {
    const context = {
      columns: COLUMNS,
      column: (column: string) => `s.${quoteIdentifier(column)}`,
    };
    expect(toSql(call('isnull', col('t')), context)).toBe('(s."t" IS NULL)');
  });

  it('refused with the problem', () => {
    expect(() => toSql(col('y'), { columns: COLUMNS })).toThrow(
      expect.objectContaining({ code: 'expression-column-unknown' }),
    );
    expect(() => compile(col('y'), new Map(), COLUMNS)).toThrow(
      expect.objectContaining({ code: 'expression-column-unknown' }),
    );
  });
});

describe('quoting', () => {
  it('any text is a constant and comes back', async () => {
    const texts = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom("'; DROP TABLE t; --", "\\'", '\0', "a\0'b", '$$', '"', '/* */', '\u2028'),
    );
    await fc.assert(
      fc.asyncProperty(texts, async (text) => {
        fc.pre(text.isWellFormed() && !text.startsWith('\ufeff'));
        expect(await queryColumn(connection, `SELECT ${quoteLiteral(text, 'text')}`)).toEqual([
          text,
        ]);
      }),
      { numRuns: 300 },
    );
  });

  it('any name is a column', async () => {
    const names = fc.oneof(
      fc.string({ unit: 'binary', minLength: 1 }),
      fc.constantFrom('select', 'a"b', '"; DROP TABLE t; --', 'ação', '😀', '__proto__', '$value'),
    );
    await fc.assert(
      fc.asyncProperty(names, async (column) => {
        fc.pre(column.isWellFormed() && !column.includes('\0'));
        const types = new Map<string, ValueType>([[column, 'float64']]);
        const expr = call('ln', call('add', col(column), 1));
        const table = { types, rows: [[0], [Number.NaN], [-3]] };
        expect(await evaluateInDuckDb(connection, expr, table)).toEqual([0, null, null]);
      }),
      { numRuns: 200 },
    );
  });

  it.each([5e-324, 1.7976931348623157e308, 0.1, 123456789.12345679, -1e21, 1e-7, 2 ** 53])(
    '%d comes back to the last digit',
    async (value) => {
      expect(await queryColumn(connection, `SELECT ${quoteLiteral(value, 'float64')}`)).toEqual([
        value,
      ]);
    },
  );
});

describe('a lookup', () => {
  const keysOf = (count: number): [Literal, Literal][] =>
    Array.from({ length: count }, (_, key) => [`k${key}`, key % 7 === 0 ? null : key / 2]);
  const probes: Cell[][] = ['k0', 'k1', 'k2', 'k29', 'K1', '', "it's", null].map((text) => [text]);
  const types = new Map<string, ValueType>([['t', 'text']]);

  async function expectSame(expr: Expr): Promise<void> {
    const bulk = await evaluateInDuckDb(connection, expr, { types, rows: probes });
    const evaluate = compile(expr, new Map([['t', 0]]), types);
    expect(probes.map((row) => evaluate(row))).toEqual(bulk);
  }

  it.each([0, 1, 24, 25, 5000])('of %i rows gives one answer on both sides', async (count) => {
    const rows = keysOf(count);
    await expectSame(lookup(col('t'), rows, 'float64'));
    await expectSame(lookup(col('t'), rows, 'float64', -1));
    await expectSame(lookup(col('t'), [...rows, [null, 9], ["it's", 8]], 'float64', -1));
  });

  it('stands inside functions and other lookups, however long', async () => {
    const long = lookup(call('concat', col('t'), ''), keysOf(40), 'float64', 3);
    await expectSame(call('ln', call('div', long, long)));
    await expectSame(
      lookup(
        call('to_text', long),
        [
          ['3', 1],
          ['0.5', 2],
        ],
        'int64',
      ),
    );
    await expectSame(
      lookup(
        long,
        Array.from({ length: 30 }, (_, key) => [key, key]),
        'int64',
        5,
      ),
    );
    await expectSame(call('between', long, call('mul', long, 1), call('add', long, long)));
    const nested = Array.from({ length: 40 }).reduce<Expr>(
      (inner) =>
        lookup(
          inner,
          [
            ['k1', 'k2'],
            ['k2', 'k1'],
          ],
          'text',
          'k1',
        ),
      col('t'),
    );
    await expectSame(nested);
  });
});
