import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rmse } from '../metrics/regression.ts';
import { createRandom } from '../random/random.ts';
import { trainingData, unevenWeights } from './golden/data.ts';
import iris from './golden/iris.json' with { type: 'json' };
import longley from './golden/longley.json' with { type: 'json' };
import { fit, predictor } from './linear.ts';
import type { EstimatorState, TrainingData } from './types.ts';

// Golden weights: NIST's certified values for Longley; scikit-learn 1.9's LinearRegression and Ridge on iris.
const petalWidth = iris.y.map((_, i) => iris.x[4 * i + 3]!);
const otherLengths = iris.x.filter((_, i) => i % 4 !== 3);
const irisData = trainingData(otherLengths, petalWidth, null);

function expectWeights(state: EstimatorState, coef: number[], intercept: number, digits = 7) {
  coef.forEach((value, j) => expect(state.arrays['coef']![j]! / value).toBeCloseTo(1, digits));
  if (intercept === 0) expect(state.arrays['intercept']![0]).toBe(0);
  else expect(state.arrays['intercept']![0]! / intercept).toBeCloseTo(1, digits);
}

function answers(state: EstimatorState, data: TrainingData) {
  return predictor(state).predict(data.x);
}

describe('fit', () => {
  it('solves the ill-conditioned Longley problem to NIST’s certified values', async () => {
    const state = await fit(trainingData(longley.x, longley.y, null));
    expectWeights(state, longley.coef, longley.intercept, 9);
    expect(state.json).toEqual({ features: 6, constant: [], rank: 6, scale: 1 });
  });

  it('finds the weights that scikit-learn finds', async () => {
    const { ordinary, ridgeWeighted, ridgeWithoutIntercept } = iris;
    expectWeights(await fit(irisData), ordinary.coef, ordinary.intercept[0]!);
    const weighted = trainingData(otherLengths, petalWidth, null, unevenWeights(150));
    const ridge = await fit(weighted, { alpha: 2.5 });
    expectWeights(ridge, ridgeWeighted.coef, ridgeWeighted.intercept[0]!);
    const through = await fit(irisData, { alpha: 2.5, intercept: false });
    expectWeights(through, ridgeWithoutIntercept.coef, 0);
  });

  it('recovers an exact linear rule', async () => {
    const weight = fc.integer({ min: -50, max: 50 });
    await fc.assert(
      fc.asyncProperty(fc.array(weight, { minLength: 1, maxLength: 6 }), weight, async (w, b) => {
        const random = createRandom(w.length);
        const rows = Array.from({ length: 40 }, () => w.map(() => Math.fround(random.normal())));
        const y = rows.map((row) => row.reduce((sum, x, j) => sum + x * w[j]!, b));
        const state = await fit(trainingData(rows.flat(), y, null));
        w.forEach((value, j) => expect(state.arrays['coef']![j]).toBeCloseTo(value, 9));
        expect(state.arrays['intercept']![0]).toBeCloseTo(b, 9);
      }),
      { numRuns: 30 },
    );
  });

  it('does not mind constant and collinear columns', async () => {
    const values = iris.y.flatMap((k, i) => {
      const length = Math.fround(iris.x[4 * i + 2]!);
      return [length, 7, 2 * length, ...[0, 1, 2].map((each) => (each === k ? 1 : 0))];
    });
    const data = trainingData(values, petalWidth, null);
    const state = await fit(data);
    expect(state.json).toEqual({ features: 6, constant: ['x1'], rank: 3, scale: 1 });
    const coef = state.arrays['coef']!;
    // The shortest solution shares a repeated column's weight out evenly (after standardising).
    expect(coef[0]! / coef[2]!).toBeCloseTo(2, 6);
    expect(coef[1]).toBe(0);
    const reduced = trainingData(
      values.filter((_, i) => [0, 3, 4].includes(i % 6)),
      petalWidth,
      null,
    );
    const expected = answers(await fit(reduced), reduced);
    answers(state, data).forEach((value, i) => expect(value).toBeCloseTo(expected[i]!, 9));
  });

  it('fits more columns than rows exactly', async () => {
    const random = createRandom(9);
    const y = Array.from({ length: 30 }, () => random.normal() * 100);
    for (const columns of [200, 4500]) {
      const values = Array.from({ length: 30 * columns }, () => random.normal());
      const data = trainingData(values, y, null);
      const error = rmse(y, answers(await fit(data), data)).value!;
      expect(error).toBeLessThan(1e-6);
    }
  });

  it('finds the same by conjugate gradients as directly', async () => {
    const random = createRandom(10);
    const wide = (columns: number) => {
      const values: number[] = [];
      for (let i = 0; i < 20; i++) {
        for (let j = 0; j < columns; j++) values.push(j < 50 ? random.normal() : 0);
      }
      return values;
    };
    const y = Array.from({ length: 20 }, () => random.normal());
    const values = wide(4001);
    const narrow = values.filter((_, i) => i % 4001 < 50);
    const far = await fit(trainingData(values, y, null), { alpha: 3 });
    const near = await fit(trainingData(narrow, y, null), { alpha: 3 });
    near.arrays['coef']!.forEach((value, j) =>
      expect(far.arrays['coef']![j]).toBeCloseTo(value, 9),
    );
    expect(far.json['rank']).toBeNull();
  });

  it('stays finite for the largest numbers', async () => {
    const data = trainingData([1, 2, 3, 3.4e38, 5, -3.4e38], [1e308, -1e308, 1e308], null);
    const state = await fit(data);
    answers(state, data).forEach((value, i) => expect(value / data.y[i]!).toBeCloseTo(1, 6));
  });

  it('answers the target where it is constant, and its mean without features or with one row', async () => {
    const constant = trainingData([1, 2, 3], [4, 4, 4], null);
    expect([...answers(await fit(constant), constant)]).toEqual([4, 4, 4]);
    const featureless = trainingData([], [1, 2, 6], null);
    expect([...answers(await fit(featureless), featureless)]).toEqual([3, 3, 3]);
    const single = trainingData([5, 6], [8], null);
    expect([...answers(await fit(single), single)]).toEqual([8]);
  });

  it('refuses classes, bad data and a negative penalty, and honours a cancel', async () => {
    await expect(fit(trainingData([1, 2], [0, 1], ['a', 'b']))).rejects.toThrow('needs a number');
    await expect(fit(trainingData([1], [Infinity], null))).rejects.toThrow('target of row 0');
    await expect(fit(trainingData([1], [1], null, [0]))).rejects.toThrow('Every weight is zero');
    await expect(fit(trainingData([1, 2], [1, 2], null, [1, -1]))).rejects.toThrow('row 1 is -1');
    await expect(fit(irisData, { alpha: -1 })).rejects.toThrow('Alpha must be');
    const reason = new Error('enough');
    await expect(fit(irisData, {}, { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
  });
});

describe('predictor', () => {
  it('gives a row the same bits as a table', async () => {
    const model = predictor(await fit(irisData));
    const value = fc.double({ noNaN: true, noDefaultInfinity: true });
    const out = new Float64Array(1);
    fc.assert(
      fc.property(fc.array(fc.tuple(value, value, value)), (rows) => {
        const data = Float64Array.from(rows.flat());
        const bulk = model.predict({ rows: rows.length, columns: 3, data });
        rows.forEach((row, i) => {
          model.predictRow(row, out);
          expect(out[0]).toBe(bulk[i]);
        });
      }),
    );
  });
});
