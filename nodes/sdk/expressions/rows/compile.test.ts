import { expect, it } from 'vitest';
import { call, col, lit } from '../build.ts';
import type { ValueType } from '../types.ts';
import { compile } from './compile.ts';

const TYPES = new Map<string, ValueType>([
  ['x', 'float64'],
  ['n', 'int64'],
  ['d', 'date'],
]);
const SLOTS = new Map([
  ['x', 2],
  ['n', 0],
  ['d', 1],
]);

it('reads each column at its place', () => {
  const evaluate = compile(call('add', col('x'), col('n')), SLOTS, TYPES);
  expect(evaluate([1, 0, 2.5])).toBe(3.5);
});

it('reads what is absent, NaN or infinite as null', () => {
  const x = compile(col('x'), SLOTS, TYPES);
  expect(
    [[], [1, 2], [1, 2, Number.NaN], [1, 2, -Infinity], [1, 2, null]].map((row) => x(row)),
  ).toEqual([null, null, null, null, null]);
  expect(compile(col('n'), SLOTS, TYPES)([])).toBeNull();
});

it('gives the type that is asked for', () => {
  expect(compile(col('d'), SLOTS, TYPES, 'timestamp')([0, 2, 0])).toBe(2 * 86_400_000_000);
  expect(compile(lit(3), SLOTS, TYPES, 'float64')([])).toBe(3);
  expect(compile(lit(null), SLOTS, TYPES, 'text')([])).toBeNull();
});

it('computes constant parts once', () => {
  const constant = compile(call('add', 1, call('length', 'abc')), SLOTS, TYPES);
  expect(constant([])).toBe(4);
});

it('refuses a column without a place', () => {
  expect(() => compile(col('x'), new Map(), TYPES)).toThrow(RangeError);
});

it('does not change the row', () => {
  const row = Object.freeze([1, 2, 3]);
  expect(compile(call('if', call('gt', col('x'), 1), col('n'), null), SLOTS, TYPES)(row)).toBe(1);
});
