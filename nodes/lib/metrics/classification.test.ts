import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRandom } from '../random/random.ts';
import { permutation } from '../random/shuffle.ts';
import { alignClasses } from './alignClasses.ts';
import { calibrationBins } from './calibration.ts';
import { classificationMetrics } from './classification.ts';
import { confusion, confusionRows, mostLikely } from './confusion.ts';
import { oneVsRest } from './oneVsRest.ts';

// Golden numbers: scikit-learn 1.9 on these same sequences; the ten binary rows are also worked by hand.
const threeActual = Array.from({ length: 60 }, (_, i) => ((7919 * i) % 1009) % 3);
const threeProbabilities = threeActual.flatMap((actual, i) => {
  const raw = [0, 1, 2].map(
    (k) => ((6007 * (i + 1) * (k + 2) + 31 * k) % 1009) / 1009 + 0.1 + (actual === k ? 0.3 : 0),
  );
  const total = raw[0]! + raw[1]! + raw[2]!;
  return raw.map((value) => value / total);
});
const binaryActual = [0, 0, 1, 1, 1, 0, 1, 0, 1, 0];
const binaryScores = [0.1, 0.4, 0.35, 0.8, 0.65, 0.3, 0.9, 0.55, 0.7, 0.2];
const binaryProbabilities = binaryScores.flatMap((p) => [1 - p, p]);

describe('classificationMetrics', () => {
  it('matches scikit-learn with three classes', () => {
    const metrics = classificationMetrics({
      classes: 3,
      actual: threeActual,
      probabilities: threeProbabilities,
    });
    expect(metrics.n).toBe(60);
    expect(confusionRows(metrics.confusion)).toEqual([
      [12, 3, 6],
      [1, 17, 2],
      [2, 10, 7],
    ]);
    expect(metrics.accuracy.value).toBeCloseTo(0.6, 12);
    expect(metrics.balancedAccuracy.value).toBeCloseTo(0.5966165413533834, 12);
    expect(metrics.macroF1.value).toBeCloseTo(0.5861437908496732, 12);
    expect(metrics.logLoss.value).toBeCloseTo(0.8646014231573665, 12);
    expect(metrics.rocAuc.value).toBeCloseTo(0.8063473156781886, 12);
    expect(metrics.brier.value).toBeCloseTo(0.5239842506532034, 12);
    expect(metrics.calibrationError.value).toBeCloseTo(0.1320141191801254, 12);
    const columns = (name: 'precision' | 'recall' | 'f1' | 'rocAuc') =>
      metrics.byClass.map((each) => Number(each[name].value!.toFixed(12)));
    expect(columns('precision')).toEqual([0.8, 0.566666666667, 0.466666666667]);
    expect(columns('recall')).toEqual([0.571428571429, 0.85, 0.368421052632]);
    expect(columns('f1')).toEqual([0.666666666667, 0.68, 0.411764705882]);
    expect(columns('rocAuc')).toEqual([0.831501831502, 0.68125, 0.906290115533]);
    expect(metrics.absentClasses).toEqual([]);
    expect(metrics.rocAucInterval).toBeNull();
  });

  it('matches scikit-learn with two classes', () => {
    const metrics = classificationMetrics({
      classes: 2,
      actual: binaryActual,
      probabilities: binaryProbabilities,
      positive: 1,
    });
    expect(metrics.rocAuc.value).toBeCloseTo(0.92, 12);
    expect(metrics.logLoss.value).toBeCloseTo(0.41602963824, 10);
    expect(metrics.brier.value).toBeCloseTo(0.12875, 12);
    expect(metrics.calibrationError.value).toBeCloseTo(0.105, 12);
    expect(metrics.accuracyInterval!.low).toBeCloseTo(0.4901624715366418, 12);
    expect(metrics.rocAucInterval!.low).toBeCloseTo(0.7361390807645402, 12);
    expect(metrics.rocAucInterval!.high).toBe(1);
  });

  it('takes answers that another rule gave, and the other class as the positive one', () => {
    const rows = { classes: 2, actual: binaryActual, probabilities: binaryProbabilities };
    const strict = binaryScores.map((p) => (p >= 0.75 ? 1 : 0));
    const metrics = classificationMetrics({ ...rows, predicted: strict, positive: 0 });
    expect(confusionRows(metrics.confusion)).toEqual([
      [5, 0],
      [3, 2],
    ]);
    expect(metrics.rocAuc.value).toBeCloseTo(0.92, 12);
  });

  it('leaves out a class that no row is of, and says which', () => {
    const kept = threeActual.flatMap((actual, i) => (actual === 2 ? [] : [i]));
    const metrics = classificationMetrics({
      classes: 3,
      actual: kept.map((i) => threeActual[i]!),
      probabilities: kept.flatMap((i) => threeProbabilities.slice(3 * i, 3 * i + 3)),
    });
    expect(metrics.absentClasses).toEqual([2]);
    expect(metrics.byClass[2]).toMatchObject({
      support: 0,
      recall: { value: null, reason: 'class-absent' },
      rocAuc: { value: null, reason: 'class-absent' },
    });
    expect(metrics.accuracy.value).toBeCloseTo(0.7073170731707317, 12);
    expect(metrics.balancedAccuracy.value).toBeCloseTo(0.7107142857142856, 12);
    expect(metrics.macroF1.value).toBeCloseTo(0.5186274509803922, 12);
    expect(metrics.logLoss.value).toBeCloseTo(0.8714085320493207, 12);
    expect(metrics.rocAuc.value).toBeCloseTo(0.786904761904762, 12);
  });

  it('states why a figure is missing instead of giving NaN or 0', () => {
    const none = classificationMetrics({ classes: 2, actual: [], probabilities: [] });
    for (const figure of [none.accuracy, none.macroF1, none.logLoss, none.rocAuc, none.brier]) {
      expect(figure).toEqual({ value: null, reason: 'no-rows' });
    }
    expect(none.accuracyInterval).toBeNull();
    const one = classificationMetrics({
      classes: 2,
      actual: [0, 0],
      probabilities: [0.9, 0.1, 0.8, 0.2],
    });
    expect(one.rocAuc).toEqual({ value: null, reason: 'one-class' });
    expect(one.accuracy.value).toBe(1);
    expect(one.byClass[1]!.precision).toEqual({ value: null, reason: 'class-never-predicted' });
    const three = classificationMetrics({ classes: 3, actual: [1], probabilities: [0, 1, 0] });
    expect(three.rocAuc).toEqual({ value: null, reason: 'one-class' });
  });

  it('bounds the loss of a certain and wrong answer as scikit-learn does', () => {
    const metrics = classificationMetrics({ classes: 2, actual: [0], probabilities: [0, 1] });
    expect(metrics.logLoss.value).toBeCloseTo(36.04365338911715, 10);
  });

  it('does not depend on the order of the rows', () => {
    const metricsInOrder = (order: readonly number[]) =>
      classificationMetrics({
        classes: 3,
        actual: order.map((i) => threeActual[i]!),
        probabilities: order.flatMap((i) => threeProbabilities.slice(3 * i, 3 * i + 3)),
      });
    const expected = metricsInOrder(threeActual.map((_, i) => i));
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        expect(metricsInOrder([...permutation(60, createRandom(seed))])).toEqual(expected);
      }),
    );
  });

  it('refuses rows and probabilities that do not fit', () => {
    expect(() =>
      classificationMetrics({ classes: 2, actual: [0], probabilities: [1, 0, 0] }),
    ).toThrow(RangeError);
    expect(() => confusion([0, 2], [0, 1], 2)).toThrow('Row 1 has class 2 and answer 1');
    expect(() => confusion([0], [0, 1], 2)).toThrow(RangeError);
  });
});

describe('oneVsRest', () => {
  const { curves, others } = oneVsRest(threeActual, threeProbabilities, 3);

  it('matches scikit-learn, class by class', () => {
    expect(others).toBe(0);
    expect(curves.map((each) => [each.class, each.support])).toEqual([
      [0, 21],
      [1, 20],
      [2, 19],
    ]);
    const precisions = [0.7064806613982864, 0.5088159698024652, 0.8098471406086505];
    curves.forEach((each, k) => {
      expect(each.averagePrecision.value).toBeCloseTo(precisions[k]!, 12);
    });
    // It keeps one point more where a curve leaves the origin in a straight line.
    expect(curves.map(({ roc }) => roc.length)).toEqual([23, 22 - 1, 12 - 1]);
    const near = (points: (typeof curves)[number]['roc']) =>
      points.map((point) => point.map((share) => Number(share.toFixed(6))));
    expect(near(curves[2]!.roc)).toEqual([
      [0, 0],
      [0, 0.157895],
      [0.04878, 0.157895],
      [0.04878, 0.842105],
      [0.073171, 0.842105],
      [0.073171, 0.894737],
      [0.317073, 0.894737],
      [0.317073, 0.947368],
      [0.756098, 0.947368],
      [0.756098, 1],
      [1, 1],
    ]);
    expect(near(curves[2]!.precisionRecall.slice(0, 8))).toEqual([
      [0, 1],
      [0.052632, 1],
      [0.105263, 1],
      [0.157895, 1],
      [0.157895, 0.75],
      [0.157895, 0.6],
      [0.210526, 0.666667],
      [0.263158, 0.714286],
    ]);
  });

  it('keeps the eight classes with the most rows, and few points of each', () => {
    // Class k of 12 has 10 × (k + 1) rows, but the last one has none.
    const actual = Array.from({ length: 11 }, (_, k) => Array<number>(10 * (k + 1)).fill(k)).flat();
    const random = createRandom(7);
    const scores = Float64Array.from({ length: actual.length * 12 }, () => random.uniform());
    const many = oneVsRest(actual, scores, 12);
    expect(many.others).toBe(3);
    expect(many.curves.map((each) => each.class)).toEqual([3, 4, 5, 6, 7, 8, 9, 10]);
    for (const { roc, precisionRecall } of many.curves) {
      expect(roc.length).toBe(60);
      expect(precisionRecall.length).toBe(60);
      expect([roc[0], roc.at(-1)]).toEqual([
        [0, 0],
        [1, 1],
      ]);
      expect([precisionRecall[0]![0], precisionRecall.at(-1)![0]]).toEqual([0, 1]);
    }
  });

  it('draws nothing of a class that no row, or every row, is of', () => {
    expect(oneVsRest([], [], 3)).toEqual({ curves: [], others: 0 });
    expect(oneVsRest([1, 1], [0, 1, 0, 0, 1, 0], 3)).toEqual({ curves: [], others: 0 });
  });

  it('does not depend on the order of the rows', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const order = [...permutation(60, createRandom(seed))];
        const shuffled = oneVsRest(
          order.map((i) => threeActual[i]!),
          order.flatMap((i) => threeProbabilities.slice(3 * i, 3 * i + 3)),
          3,
        );
        expect(shuffled).toEqual({ curves, others });
      }),
    );
  });
});

describe('calibrationBins', () => {
  it('matches scikit-learn, empty bins stated as such', () => {
    const scores = threeActual.map((_, i) => threeProbabilities[3 * i]!);
    const happened = threeActual.map((actual) => (actual === 0 ? 1 : 0));
    const bins = calibrationBins(happened, scores, 5);
    const expected = [
      [0, 0.14127635553872867],
      [0.27586206896551724, 0.3285768819683542],
      [0.7142857142857143, 0.4622142158727271],
      [0.75, 0.6460420343994506],
    ];
    expected.forEach(([observed, score], b) => {
      expect(bins[b]!.observed).toBeCloseTo(observed!, 12);
      expect(bins[b]!.score).toBeCloseTo(score!, 12);
    });
    expect(bins[4]).toEqual({ from: 0.8, to: 1, n: 0, score: null, observed: null });
  });

  it('puts a score on an edge into the bin below it', () => {
    const edges = Array.from({ length: 11 }, (_, b) => b / 10);
    const bins = calibrationBins(
      Array.from(edges, () => 1),
      edges,
    );
    expect(bins.map((bin) => bin.n)).toEqual([2, 1, 1, 1, 1, 1, 1, 1, 1, 1]);
  });
});

describe('mostLikely', () => {
  it('takes the first of equal probabilities', () => {
    expect([...mostLikely([0.5, 0.5, 0.2, 0.8, 0.4, 0.4], 2)]).toEqual([0, 1, 0]);
  });
});

describe('alignClasses', () => {
  it('gives a class that the model never saw the probability 0', () => {
    const aligned = alignClasses(
      ['b', 'a'],
      ['a', 'z', 'b', 'c'],
      [0.1, 0.9, 0.5, 0.5, 0.7, 0.3, 0.2, 0.8],
    );
    expect(aligned.classes).toEqual(['b', 'a', 'c', 'z']);
    expect(aligned.unknown).toEqual(['c', 'z']);
    expect([...aligned.actual]).toEqual([1, 3, 0, 2]);
    expect([...aligned.probabilities.subarray(0, 8)]).toEqual([0.1, 0.9, 0, 0, 0.5, 0.5, 0, 0]);
  });
});
