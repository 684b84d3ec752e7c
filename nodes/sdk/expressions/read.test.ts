import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawExpression, TYPES } from '../../../test/support/expressions/expressions.ts';
import { call, col, lit, lookup } from './build.ts';
import { canonicalJson, sameExpression } from './canonical.ts';
import { check } from './check/check.ts';
import { FUNCTIONS } from './functions/index.ts';
import { MAX_DEPTH, MAX_LOOKUP_ROWS, MAX_NAME, MAX_NODES } from './limits.ts';
import { readExpression } from './read.ts';
import { toSql } from './sql/toSql.ts';
import type { Expr } from './types.ts';
import { columnsOf } from './walk.ts';

const expressions: fc.Arbitrary<Expr> = fc
  .constantFrom(...TYPES)
  .chain((type) =>
    fc.gen().map((draw) => drawExpression(FUNCTIONS, type, 4, (of) => draw(() => of))),
  );

function isFrozen(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return true;
  return Object.isFrozen(value) && Object.values(value).every(isFrozen);
}

it('an expression comes back from its JSON, frozen', () => {
  fc.assert(
    fc.property(expressions, (expr) => {
      const text = canonicalJson(expr);
      const result = readExpression(JSON.parse(text));
      if ('problem' in result) throw new Error(result.problem.code);
      expect(result.expr).toEqual(expr);
      expect(canonicalJson(result.expr)).toBe(text);
      expect(canonicalJson(JSON.parse(JSON.stringify(expr)) as Expr)).toBe(text);
      expect(isFrozen(result.expr)).toBe(true);
    }),
    { numRuns: 500 },
  );
});

it('any JSON is an expression or refused, and never throws', () => {
  const noise = fc.object({
    key: fc.constantFrom(
      'kind',
      'name',
      'fn',
      'args',
      'value',
      'type',
      'of',
      'keys',
      '__proto__',
      'toString',
    ),
    values: [
      fc.constantFrom('literal', 'column', 'call', 'lookup', 'text', 'null'),
      fc.double(),
      fc.constant(null),
      fc.string(),
    ],
    maxDepth: 4,
  });
  fc.assert(
    fc.property(fc.oneof(noise, fc.anything()), (json) => {
      const result = readExpression(json);
      if ('problem' in result) expect(result.problem.code).toMatch(/^expression-/);
      else expect(readExpression(JSON.parse(canonicalJson(result.expr)))).toEqual(result);
    }),
    { numRuns: 2000 },
  );
});

describe('refused', () => {
  const one = { kind: 'literal', value: 1, type: 'int64' };
  it.each<[string, unknown]>([
    ['null', null],
    ['a list', [one]],
    ['an unknown kind', { kind: 'sql', text: 'DROP TABLE t' }],
    ['a field too many', { ...one, extra: 1 }],
    ['a hidden field', JSON.parse('{"kind":"column","name":"x","__proto__":{}}')],
    ['a literal of another type', { ...one, type: 'text' }],
    ['a literal of no type', { ...one, type: 'decimal' }],
    ['null with a type', { kind: 'literal', value: null, type: 'text' }],
    ['a whole number too large', { ...one, value: 2 ** 53 }],
    ['a number that is none', { kind: 'literal', value: Number.NaN, type: 'float64' }],
    ['no real day', { kind: 'literal', value: '2024-02-30', type: 'date' }],
    ['year 0', { kind: 'literal', value: '0000-01-01', type: 'date' }],
    [
      'a moment that never was',
      { kind: 'literal', value: '2024-01-31T24:00:00', type: 'timestamp' },
    ],
    ['half a character', { kind: 'literal', value: '\ud800', type: 'text' }],
    ['an empty name', { kind: 'column', name: '' }],
    ['a name too long', { kind: 'column', name: 'x'.repeat(MAX_NAME + 1) }],
    ['arguments that are no list', { kind: 'call', fn: 'neg', args: { 0: one, length: 1 } }],
    ['a function that is no name', { kind: 'call', fn: ['neg'], args: [one] }],
    [
      'a lookup with a key twice',
      { kind: 'lookup', of: one, keys: [1, 1], values: [2, 3], otherwise: null, type: 'int64' },
    ],
    [
      'a lookup of two lengths',
      { kind: 'lookup', of: one, keys: [1], values: [], otherwise: null, type: 'int64' },
    ],
    [
      'a lookup with a value of another type',
      { kind: 'lookup', of: one, keys: [1], values: ['a'], otherwise: null, type: 'int64' },
    ],
  ])('%s', (_, json) => {
    expect(readExpression(json)).toEqual({
      problem: { code: 'expression-malformed', path: [], params: {} },
    });
  });

  it('says where', () => {
    const json = {
      kind: 'call',
      fn: 'add',
      args: [one, { kind: 'call', fn: 'neg', args: [{ kind: 'x' }] }],
    };
    expect(readExpression(json)).toMatchObject({ problem: { path: [1, 0] } });
  });

  it('what is too deep, however deep', () => {
    let json: unknown = one;
    for (let level = 0; level < 100_000; level++) json = { kind: 'call', fn: 'neg', args: [json] };
    expect(readExpression(json)).toMatchObject({
      problem: { code: 'expression-too-deep', params: { limit: MAX_DEPTH } },
    });
  });

  it('what is too large', () => {
    const wide = { kind: 'call', fn: 'add', args: Array.from({ length: MAX_NODES }, () => one) };
    expect(readExpression(wide)).toMatchObject({ problem: { code: 'expression-too-large' } });
    const keys = Array.from({ length: MAX_LOOKUP_ROWS + 1 }, (_, key) => key);
    const table = { kind: 'lookup', of: one, keys, values: keys, otherwise: null, type: 'int64' };
    expect(readExpression(table)).toMatchObject({
      problem: { code: 'expression-lookup-too-large' },
    });
  });
});

it('equal expressions have equal JSON', () => {
  const a = call('add', col('x'), lit(-0), lookup(col('t'), [['a', -0]], 'float64', -0));
  const b = call('add', col('x'), lit(0), lookup(col('t'), [['a', 0]], 'float64', 0));
  expect(sameExpression(a, b)).toBe(true);
  expect(sameExpression(a, call('add', col('x'), lit(0, 'float64')))).toBe(false);
  expect(lit('2024-01-31 10:00:00.500', 'timestamp')).toEqual(
    lit('2024-01-31T10:00:00.5', 'timestamp'),
  );
});

it('whoever walks a tree refuses what is none, and keeps no answer about what may change', () => {
  const hostile = { kind: 'call', fn: 'neg', args: 5 } as unknown as Expr;
  expect(check(hostile, new Map()).problems).toMatchObject([{ code: 'expression-malformed' }]);
  const refusal = expect.objectContaining({ code: 'expression-malformed' }) as Error;
  expect(() => columnsOf(hostile)).toThrow(refusal);
  expect(() => toSql(hostile, { columns: new Map() })).toThrow(refusal);
  const changing = { kind: 'literal', value: 1 as unknown, type: 'int64' };
  expect(check(changing as Expr, new Map()).problems).toEqual([]);
  changing.value = 'a';
  expect(check(changing as Expr, new Map()).problems).not.toEqual([]);
});
