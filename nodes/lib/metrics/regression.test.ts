import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wilson } from './interval.ts';
import { mae, maeInterval, r2, rmse, rmseInterval } from './regression.ts';

// Golden numbers: scikit-learn 1.9; intervals by their formulas in NumPy; Wilson by SciPy's binomtest.
const actual = Array.from({ length: 30 }, (_, i) => ((7919 * i) % 1009) / 100);
const predicted = actual.map((value, i) => value + ((6007 * i) % 1009) / 500 - 1);

describe('errors of predicted numbers', () => {
  it('match scikit-learn', () => {
    expect(rmse(actual, predicted).value).toBeCloseTo(0.617704783857143, 12);
    expect(mae(actual, predicted).value).toBeCloseTo(0.5489333333333332, 12);
    expect(r2(actual, predicted).value).toBeCloseTo(0.9566027446618853, 12);
  });

  it('come with intervals', () => {
    expect(rmseInterval(actual, predicted)!.low).toBeCloseTo(0.5186039086198807, 12);
    expect(rmseInterval(actual, predicted)!.high).toBeCloseTo(0.7029711131790424, 12);
    expect(maeInterval(actual, predicted)!.low).toBeCloseTo(0.445842211578824, 12);
    expect(maeInterval(actual, predicted)!.high).toBeCloseTo(0.6520244550878423, 12);
    expect(rmseInterval([1], [2])).toBeNull();
  });

  it('never say that the RMSE may be 0 where rows are off, however wild a single one is', () => {
    const zeros = Array.from({ length: 100 }, () => 0);
    const errors = zeros.map((_, i) => (i === 0 ? 500 : 10 + (i % 3)));
    const { low, high } = rmseInterval(zeros, errors)!;
    expect(low).toBe(maeInterval(zeros, errors)!.low);
    expect(low).toBeGreaterThan(0);
    expect(high).toBeGreaterThan(rmse(zeros, errors).value!);
  });

  it('state why they are missing', () => {
    expect([rmse([], []), mae([], []), r2([], [])].map((each) => each.reason)).toEqual(
      Array.from({ length: 3 }, () => 'no-rows'),
    );
    expect(r2([0.1, 0.1, 0.1], [0.1, 0.2, 0.3])).toEqual({
      value: null,
      reason: 'constant-target',
    });
    expect(rmse([1e308], [-1e308])).toEqual({ value: null, reason: 'overflow' });
    expect(() => rmse([1, 2], [1])).toThrow(RangeError);
  });

  it('are perfect for perfect answers, and RMSE is never below MAE', () => {
    const value = fc.double({ noNaN: true, min: -1e6, max: 1e6 });
    fc.assert(
      fc.property(fc.array(fc.tuple(value, value), { minLength: 1 }), (pairs) => {
        const a = pairs.map(([x]) => x);
        const b = pairs.map(([, y]) => y);
        expect(rmse(a, a).value).toBe(0);
        expect(rmse(a, b).value! - mae(a, b).value!).toBeGreaterThanOrEqual(-1e-9);
        expect(rmse(a.toReversed(), b.toReversed())).toEqual(rmse(a, b));
      }),
    );
  });
});

describe('wilson', () => {
  it.each([
    [0, 10, 0, 0.27753279986288926],
    [8, 10, 0.4901624715366418, 0.9433178485456248],
    [10, 10, 0.7224672001371109, 1],
    [3, 7, 0.1582198552514697, 0.7495416354723428],
    [812, 1000, 0.7866068125887821, 0.8350052901162314],
  ])('matches SciPy for %i of %i', (successes, n, low, high) => {
    expect(wilson(successes, n)!.low).toBeCloseTo(low, 12);
    expect(wilson(successes, n)!.high).toBeCloseTo(high, 12);
  });

  it('is null without rows', () => {
    expect(wilson(0, 0)).toBeNull();
  });
});
