import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRandom } from '../random/random.ts';
import { permutation } from '../random/shuffle.ts';
import { exactSum, ExactSum } from './exactSum.ts';
import { significant } from './significant.ts';

/** The sum in whole multiples of 2^-1074, the smallest double: exact by BigInt. */
function sumByBigInt(values: readonly number[]): bigint {
  return values.reduce((total, value) => total + inUnits(value), 0n);
}

function inUnits(value: number): bigint {
  const bits = new BigUint64Array(Float64Array.of(Math.abs(value)).buffer)[0]!;
  const exponent = bits >> 52n;
  const fraction = bits & 0xfffffffffffffn;
  const size = exponent === 0n ? fraction : (fraction | (1n << 52n)) << (exponent - 1n);
  return value < 0 ? -size : size;
}

describe('exactSum', () => {
  // Golden: Python's math.fsum.
  it.each([
    [[], 0],
    [[0.1, 0.2, 0.3], 0.6],
    [Array.from({ length: 10 }, () => 0.1), 1],
    [[1e100, 1, -1e100], 1],
    [[1e16, 1, 1e-16], 10000000000000002],
    [[1, 1e-16, 1e-16], 1.0000000000000002],
    [[2 ** 53, 1, 2 ** -60], 2 ** 53 + 2],
    [[2 ** 53, 1, -(2 ** -60)], 2 ** 53],
  ])('sums %j to %d', (values, expected) => {
    expect(exactSum(values)).toBe(expected);
  });

  it('is the nearest double to the true sum', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ noNaN: true, min: -1e300, max: 1e300 }), { maxLength: 60 }),
        (values) => {
          const sum = exactSum(values);
          const error = (candidate: number) => {
            const gap = sumByBigInt(values) - inUnits(candidate);
            return gap < 0n ? -gap : gap;
          };
          expect(error(sum) <= error(sum * (1 + Number.EPSILON))).toBe(true);
          expect(error(sum) <= error(sum * (1 - Number.EPSILON))).toBe(true);
          expect(error(sum) <= error(sum + Number.MIN_VALUE)).toBe(true);
        },
      ),
    );
  });

  it('does not depend on the order', () => {
    const value = fc.double({ noNaN: true, noDefaultInfinity: true });
    fc.assert(
      fc.property(fc.array(value, { maxLength: 50 }), fc.integer(), (values, seed) => {
        const order = permutation(values.length, createRandom(seed));
        expect(exactSum([...order].map((i) => values[i]!)) + 0).toBe(exactSum(values) + 0);
      }),
    );
  });

  it('survives partial sums beyond the range of doubles', () => {
    expect(exactSum([1e308, 1e308, -1e308, 5, -1e308])).toBe(5);
    expect(exactSum([Number.MAX_VALUE, Number.MAX_VALUE])).toBe(Infinity);
    expect(exactSum([-Number.MAX_VALUE, -1e300])).toBe(-Number.MAX_VALUE - 1e300);
  });

  it('treats NaN and infinities as plain addition does', () => {
    expect(exactSum([1, Infinity, 2])).toBe(Infinity);
    expect(exactSum([1, -Infinity, 2])).toBe(-Infinity);
    expect(exactSum([Infinity, -Infinity])).toBeNaN();
    expect(exactSum([1, Number.NaN])).toBeNaN();
  });

  it('can be read between additions', () => {
    const sum = new ExactSum();
    sum.add(0.1);
    expect(sum.value()).toBe(0.1);
    sum.add(0.2);
    expect(sum.value()).toBe(0.30000000000000004);
    sum.add(-0.1);
    expect(sum.value()).toBe(0.2);
  });
});

describe('significant', () => {
  it.each([
    [0, 0],
    [-0, 0],
    [1 / 3, 0.333333333],
    [123456789.4, 123456789],
    [-123456789.5, -123456790],
    [6.02214076e23, 6.02214076e23],
    [1.23456789012e-300, 1.23456789e-300],
  ])('rounds %d to %d', (value, expected) => {
    expect(significant(value)).toBe(expected);
  });

  it('takes the number of digits', () => {
    expect(significant(Math.PI, 3)).toBe(3.14);
    expect(significant(98765, 2)).toBe(99000);
  });

  it('is idempotent and off by at most half a unit in the ninth digit', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        const rounded = significant(value);
        expect(significant(rounded)).toBe(rounded);
        expect(Math.abs(rounded - value)).toBeLessThanOrEqual(Math.abs(value) * 5.01e-9 + 5e-324);
      }),
    );
  });

  it('leaves NaN and infinities', () => {
    expect(significant(Number.NaN)).toBeNaN();
    expect(significant(-Infinity)).toBe(-Infinity);
  });
});
