import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pearson } from './correlation.ts';
import { countBins, histogram, sturges } from './histogram.ts';
import { compareCodePoints, mode } from './mode.ts';
import { mean, skewness, standardDeviation, variance } from './moments.ts';
import { median, quantile } from './quantile.ts';

// Golden numbers: NumPy 2.4 and SciPy 1.17 on these same sequences.
const reference = Array.from({ length: 500 }, (_, i) => ((7919 * i) % 1009) / 100);
const current = Array.from({ length: 500 }, (_, i) => ((6007 * i) % 1009) / 100 + 0.8);
const finite = fc.double({ noNaN: true, noDefaultInfinity: true });
const moderate = fc.double({ noNaN: true, min: -1e6, max: 1e6 });

describe('moments', () => {
  it('match NumPy and SciPy', () => {
    expect(mean(reference)).toBeCloseTo(5.03488, 12);
    expect(variance(reference)).toBeCloseTo(8.4793805856, 10);
    expect(variance(reference, 1)).toBeCloseTo(8.496373332264529, 10);
    expect(standardDeviation(reference, 1)).toBeCloseTo(2.914853912679764, 12);
    expect(skewness(reference)).toBeCloseTo(-0.0045990577739149505, 10);
    expect(skewness(reference.map((x) => x ** 3))).toBeCloseTo(1.0582205413972503, 10);
  });

  it('are null where they are not defined', () => {
    expect([mean([]), variance([]), standardDeviation([]), skewness([])]).toEqual(
      Array.from({ length: 4 }, () => null),
    );
    expect(variance([3], 1)).toBeNull();
    expect(variance([3])).toBe(0);
    expect(skewness([2, 2, 2])).toBeNull();
  });

  it('do not depend on the order', () => {
    fc.assert(
      fc.property(fc.array(moderate, { minLength: 1 }), (values) => {
        const backwards = values.toReversed();
        expect(mean(backwards)).toBe(mean(values));
        expect(variance(backwards)).toBe(variance(values));
        expect(skewness(backwards)).toBe(skewness(values));
      }),
    );
  });

  it('stay finite for the largest numbers', () => {
    expect(mean([1e308, 1e308, 1e308])).toBeCloseTo(1e308, -294);
    expect(standardDeviation([1e308, -1e308])! / 1e308).toBeCloseTo(1, 12);
    fc.assert(
      fc.property(fc.array(finite, { minLength: 2, maxLength: 8 }), (values) => {
        expect(mean(values)).toBeGreaterThanOrEqual(Math.min(...values));
        expect(mean(values)).toBeLessThanOrEqual(Math.max(...values));
        expect(Number.isFinite(standardDeviation(values))).toBe(true);
      }),
    );
  });
});

describe('quantile', () => {
  it('matches NumPy', () => {
    const expected = [
      [0, 0],
      [0.1, 0.997],
      [0.25, 2.5225],
      [0.333, 3.36167],
      [0.5, 5.035],
      [0.9, 9.061],
      [1, 10.06],
    ];
    for (const [q, value] of expected) expect(quantile(reference, q!)).toBeCloseTo(value!, 10);
    expect(median(reference)).toBeCloseTo(5.035, 12);
  });

  it('lies between the extremes and rises with q', () => {
    const share = fc.double({ noNaN: true, min: 0, max: 1 });
    fc.assert(
      fc.property(fc.array(moderate, { minLength: 1 }), share, share, (values, a, b) => {
        const low = quantile(values, Math.min(a, b))!;
        const high = quantile(values, Math.max(a, b))!;
        expect(low).toBeGreaterThanOrEqual(Math.min(...values));
        expect(high).toBeLessThanOrEqual(Math.max(...values));
        expect(high - low).toBeGreaterThanOrEqual(-1e-9);
      }),
    );
  });

  it('is null for no numbers and refuses shares outside 0 to 1', () => {
    expect(median([])).toBeNull();
    expect(() => quantile([1], 1.5)).toThrow(RangeError);
    expect(quantile([-1.7e308, 1.7e308], 0.5)).toBe(0);
  });
});

describe('mode', () => {
  it('takes the most frequent, of equals the smallest', () => {
    expect(mode(['b', 'a', 'b', 'a', 'c'])).toBe('a');
    expect(mode([10, 9, 9, 10, 1])).toBe(9);
    expect(mode([])).toBeNull();
  });

  it('does not depend on the order', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('á', 'a', 'b', '🚂', '\uFFFD')), (values) => {
        expect(mode(values.toReversed())).toBe(mode(values));
      }),
    );
  });

  it('orders texts by code point', () => {
    const unit = fc.constantFrom(
      '',
      'a',
      'é',
      '\uD7FF',
      '\uE000',
      '\uFFFD',
      '🚂',
      '🚃',
      '\u{10FFFF}',
    );
    const text = fc.string({ unit });
    fc.assert(
      fc.property(text, text, (a, b) => {
        const bytes = (value: string) =>
          Array.from(value, (sign) => sign.codePointAt(0)!.toString(16).padStart(6, '0')).join('');
        const expected = bytes(a) < bytes(b) ? -1 : bytes(a) > bytes(b) ? 1 : 0;
        expect(Math.sign(compareCodePoints(a, b))).toBe(expected);
      }),
    );
    expect(compareCodePoints('🚂', '\uFFFD')).toBeGreaterThan(0);
  });
});

describe('pearson', () => {
  it('matches SciPy', () => {
    expect(pearson(reference, current)).toBeCloseTo(0.009763562683491423, 12);
    const squares = reference.map((x) => x ** 2);
    expect(pearson(reference, squares)).toBeCloseTo(0.9679307138270712, 12);
  });

  it('is null for constants and single pairs, and needs pairs', () => {
    expect(pearson([1, 1, 1], [1, 2, 3])).toBeNull();
    expect(pearson([0.1, 0.1, 0.1], [1, 2, 3])).toBeNull();
    expect(pearson([1], [2])).toBeNull();
    expect(() => pearson([1, 2], [1])).toThrow(RangeError);
  });

  it('is symmetric, within [−1, 1], and ±1 on a line', () => {
    const pairs = fc.array(fc.tuple(moderate, moderate), { minLength: 2 });
    fc.assert(
      fc.property(pairs, (both) => {
        const a = both.map(([x]) => x);
        const b = both.map(([, y]) => y);
        const r = pearson(a, b);
        expect(pearson(b, a)).toBe(r);
        if (r !== null) expect(Math.abs(r)).toBeLessThanOrEqual(1);
      }),
    );
    expect(pearson([1, 2, 4], [-2, -4, -8])).toBeCloseTo(-1, 14);
  });
});

describe('histogram', () => {
  it('matches NumPy with Sturges bins', () => {
    const { edges, counts } = histogram(reference)!;
    expect(counts).toEqual([51, 49, 49, 51, 50, 49, 51, 50, 49, 51]);
    expect(edges).toHaveLength(11);
    edges.forEach((edge, b) => expect(edge).toBeCloseTo(1.006 * b, 10));
    expect([sturges(0), sturges(1), sturges(500), sturges(3500)]).toEqual([1, 1, 10, 13]);
  });

  it('counts every number once', () => {
    fc.assert(
      fc.property(
        fc.array(finite, { minLength: 1 }),
        fc.integer({ min: 1, max: 30 }),
        (values, bins) => {
          const { edges, counts } = histogram(values, bins)!;
          expect(counts.reduce((sum, count) => sum + count, 0)).toBe(values.length);
          expect(edges.every((edge) => Number.isFinite(edge))).toBe(true);
        },
      ),
    );
  });

  it('gives equal numbers one bin and no numbers none', () => {
    expect(histogram([4, 4, 4])).toEqual({ edges: [3.5, 4.5], counts: [3] });
    expect(histogram([])).toBeNull();
  });

  it('closes the last bin and leaves out what lies outside', () => {
    expect(countBins([-1, 0, 0.5, 1, 1.5, 2, 3], [0, 1, 2])).toEqual([2, 3]);
  });
});
