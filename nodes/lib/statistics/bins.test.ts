import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { freedmanDiaconis } from './binWidth.ts';
import { quantile } from './quantile.ts';
import { ranks } from './ranks.ts';

const spread = (values: readonly number[]) => ({
  n: values.length,
  min: Math.min(...values),
  max: Math.max(...values),
  q1: quantile(values, 0.25)!,
  q3: quantile(values, 0.75)!,
});

describe('Freedman and Diaconis', () => {
  it('gives as many bins as NumPy’s rule "fd"', () => {
    // len(numpy.histogram_bin_edges(v, bins='fd')) - 1
    const squares = Array.from({ length: 50 }, (_, at) => (at + 0.5) ** 2);
    expect(freedmanDiaconis(spread(squares), 100)).toBe(4);
    const even = Array.from({ length: 1000 }, (_, at) => at + 0.25);
    expect(freedmanDiaconis(spread(even), 100)).toBe(10);
  });

  it('falls back to Sturges where half of the values are equal, and to one bin where all are', () => {
    expect(freedmanDiaconis(spread([0, 0, 0, 0, 0, 0, 0, 9]), 100)).toBe(4);
    expect(freedmanDiaconis(spread([3, 3]), 100)).toBe(1);
    expect(freedmanDiaconis({ n: 0, min: 0, max: 0, q1: 0, q3: 0 }, 100)).toBe(1);
  });

  it('stays within its bounds for any numbers', () => {
    const numbers = fc.array(fc.double({ noNaN: true, noDefaultInfinity: true }), { minLength: 1 });
    fc.assert(
      fc.property(numbers, fc.integer({ min: 1, max: 100 }), (values, most) => {
        const bins = freedmanDiaconis(spread(values), most);
        expect(Number.isInteger(bins) && bins >= 1 && bins <= most).toBe(true);
      }),
    );
  });
});

describe('ranks', () => {
  it('are those of scipy.stats.rankdata', () => {
    expect([...ranks([0, 2, 3, 2])]).toEqual([1, 2.5, 4, 2.5]);
    expect([...ranks([5, 5, 5, -1])]).toEqual([3, 3, 3, 1]);
    expect([...ranks([])]).toEqual([]);
  });

  it('add up to the same, in the order of the values', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -5, max: 5 })), (values) => {
        const found = ranks(values);
        const sum = found.reduce((total, rank) => total + rank, 0);
        expect(sum).toBe((values.length * (values.length + 1)) / 2);
        values.forEach((a, i) =>
          values.forEach((b, j) => expect(Math.sign(a - b)).toBe(Math.sign(found[i]! - found[j]!))),
        );
      }),
    );
  });
});
