import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { averagePrecision, precisionRecallCurve, rocCurve, thin } from './curves.ts';
import { rocAuc, rocAucInterval } from './rocAuc.ts';

// Golden numbers: scikit-learn 1.9; DeLong's interval from its definition over all pairs, in NumPy.
const tied = {
  happened: [1, 0, 0, 1, 1, 1, 0, 0],
  scores: [0.5, 0.5, 0.2, 0.5, 0.9, 0.2, 0.9, 0.1],
};
const rows = fc.array(fc.tuple(fc.constantFrom(0, 1), fc.integer({ min: 0, max: 8 })), {
  minLength: 1,
  maxLength: 40,
});

describe('rocAuc', () => {
  it('counts ties half', () => {
    expect(rocAuc(tied.happened, tied.scores).value).toBeCloseTo(0.625, 14);
    const interval = rocAucInterval(tied.happened, tied.scores)!;
    expect(interval.low).toBeCloseTo(0.1890273159563074, 12);
    expect(interval.high).toBe(1);
  });

  it('is the share of pairs ranked rightly', () => {
    fc.assert(
      fc.property(rows, (pairs) => {
        const positive = pairs.filter(([y]) => y === 1);
        const negative = pairs.filter(([y]) => y === 0);
        const area = rocAuc(
          pairs.map(([y]) => y),
          pairs.map(([, s]) => s),
        );
        if (positive.length === 0 || negative.length === 0) {
          expect(area.value).toBeNull();
          return;
        }
        const wins = positive.flatMap(([, p]) =>
          negative.map(([, n]) => (p > n ? 1 : p === n ? 0.5 : 0)),
        );
        const share = wins.reduce((sum: number, win) => sum + win, 0) / wins.length;
        expect(area.value).toBeCloseTo(share, 12);
      }),
    );
  });

  it('has no interval with a single row on one side', () => {
    expect(rocAucInterval([1, 0, 0], [0.9, 0.1, 0.2])).toBeNull();
  });
});

describe('rocCurve', () => {
  it('matches scikit-learn', () => {
    expect(rocCurve(tied.happened, tied.scores)).toEqual([
      { threshold: null, fpr: 0, tpr: 0 },
      { threshold: 0.9, fpr: 0.25, tpr: 0.25 },
      { threshold: 0.5, fpr: 0.5, tpr: 0.75 },
      { threshold: 0.2, fpr: 0.75, tpr: 1 },
      { threshold: 0.1, fpr: 1, tpr: 1 },
    ]);
  });

  it('encloses the area that the ranking gives, whatever points were left out', () => {
    fc.assert(
      fc.property(rows, (pairs) => {
        const happened = pairs.map(([y]) => y);
        const scores = pairs.map(([, s]) => s);
        const points = rocCurve(happened, scores);
        const area = rocAuc(happened, scores).value;
        if (area === null) {
          expect(points).toEqual([]);
          return;
        }
        let enclosed = 0;
        for (let i = 1; i < points.length; i++) {
          const width = points[i]!.fpr - points[i - 1]!.fpr;
          enclosed += (width * (points[i]!.tpr + points[i - 1]!.tpr)) / 2;
        }
        expect(enclosed).toBeCloseTo(area, 12);
        expect(points.at(-1)).toMatchObject({ fpr: 1, tpr: 1 });
      }),
    );
  });

  it('leaves out the points of a straight line', () => {
    const points = rocCurve([1, 1, 1, 0, 0], [5, 4, 3, 2, 1]);
    expect(points.map(({ fpr, tpr }) => [fpr, tpr])).toEqual([
      [0, 0],
      [0, 1],
      [1, 1],
    ]);
  });
});

describe('precisionRecallCurve', () => {
  it('matches scikit-learn', () => {
    const points = precisionRecallCurve(tied.happened, tied.scores);
    expect(points.map(({ threshold, recall }) => [threshold, recall])).toEqual([
      [null, 0],
      [0.9, 0.25],
      [0.5, 0.75],
      [0.2, 1],
    ]);
    const precisions = [1, 0.5, 0.6, 0.5714285714285714];
    points.forEach((point, i) => expect(point.precision).toBeCloseTo(precisions[i]!, 14));
    expect(averagePrecision(points).value).toBeCloseTo(0.5678571428571428, 14);
  });

  it('is empty without a positive row', () => {
    expect(precisionRecallCurve([0, 0], [1, 2])).toEqual([]);
    expect(averagePrecision([])).toEqual({ value: null, reason: 'class-absent' });
  });
});

describe('thin', () => {
  it('keeps both ends and the order', () => {
    const points = Array.from({ length: 1000 }, (_, i) => i);
    const kept = thin(points, 7);
    expect(kept).toEqual([0, 167, 333, 500, 666, 833, 999]);
    expect(thin([1, 2, 3], 5)).toEqual([1, 2, 3]);
  });
});
