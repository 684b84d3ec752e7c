import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { logLoss } from '../metrics/probabilities.ts';
import { createRandom } from '../random/random.ts';
import { letters, standardised, trainingData, unevenWeights } from './golden/data.ts';
import iris from './golden/iris.json' with { type: 'json' };
import lettersGolden from './golden/letters.json' with { type: 'json' };
import penguins from './golden/penguins.json' with { type: 'json' };
import { fit, predictor } from './logistic.ts';
import type { EstimatorState } from './types.ts';

// Golden weights: scikit-learn 1.9, LogisticRegression(tol=1e-12) on the same Float32 numbers.
const irisData = trainingData(standardised(iris.x, 4), iris.y, iris.classes);
const penguinsData = trainingData(standardised(penguins.x, 4), penguins.y, penguins.classes);

function expectWeights(state: EstimatorState, golden: { coef: number[]; intercept: number[] }) {
  const { coef, intercept } = state.arrays;
  expect(coef).toHaveLength(golden.coef.length);
  golden.coef.forEach((value, i) => expect(Math.abs(coef![i]! - value)).toBeLessThan(1e-4));
  golden.intercept.forEach((value, i) =>
    expect(Math.abs(intercept![i]! - value)).toBeLessThan(1e-4),
  );
}

describe('fit', () => {
  it('finds the weights that scikit-learn finds', async () => {
    expectWeights(await fit(irisData), iris.c1);
    expectWeights(await fit(penguinsData), penguins.c1);
    expectWeights(await fit(letters()), lettersGolden.c1);
  });

  it('weighs classes as scikit-learn does', async () => {
    const state = await fit(irisData, { c: 10, classWeight: [1, 2, 0.5] });
    expectWeights(state, iris.c10weighted);
  });

  it('weighs rows and balances two classes as scikit-learn does', async () => {
    const y = penguins.y.map((k) => (k === 0 ? 1 : 0));
    const twoColumns = standardised(penguins.x, 4).filter((_, i) => i % 4 < 2);
    const data = trainingData(twoColumns, y, ['other', 'Adelie'], unevenWeights(y.length));
    const state = await fit(data, { c: 0.5, classWeight: 'balanced' });
    expectWeights(state, penguins.firstClassBalanced);
    const answers = predictor(state).predict(data.x);
    penguins.firstClassBalanced.first.forEach((p, i) => expect(answers[i]).toBeCloseTo(p, 5));
  });

  it('answers with the probabilities that scikit-learn gives', async () => {
    const answers = predictor(await fit(irisData)).predict(irisData.x);
    iris.c1.first.forEach((p, i) => expect(answers[i]).toBeCloseTo(p, 5));
  });

  it('answers alike whatever the units of the features are, penalty aside', async () => {
    const units = [1e-6, 1000, 1, 1e9];
    const offsets = [0, 5e5, -3, 0];
    const data = trainingData(
      standardised(iris.x, 4).map((z, i) => z * units[i % 4]! + offsets[i % 4]!),
      iris.y,
      iris.classes,
    );
    const plain = predictor(await fit(irisData, { c: 1e8, maxIterations: 5000 }));
    const scaled = predictor(await fit(data, { c: 1e20, maxIterations: 5000 }));
    const expected = logLoss(iris.y, plain.predict(irisData.x), 3).value!;
    expect(logLoss(iris.y, scaled.predict(data.x), 3).value).toBeCloseTo(expected, 3);
  });

  it('gives the same bytes again', async () => {
    expect(await fit(penguinsData)).toEqual(await fit(penguinsData));
  });

  it('does not mind constant, repeated and enormous columns', async () => {
    const values = iris.x.flatMap((value, i) =>
      i % 4 === 3 ? [value, 7, value, (((i * 7919) % 1009) - 500) * 6e35] : [value],
    );
    const data = trainingData(values, iris.y, iris.classes);
    const state = await fit(data);
    expect(state.json['converged']).toBe(true);
    expect([...state.arrays['coef']!].every((weight) => Number.isFinite(weight))).toBe(true);
    const loss = logLoss(iris.y, predictor(state).predict(data.x), 3).value!;
    expect(loss).toBeLessThan(0.3);
  });

  it('learns from more columns than rows', async () => {
    const random = createRandom(5);
    const y = Array.from({ length: 40 }, (_, i) => i % 2);
    const values = y.flatMap((k) => Array.from({ length: 300 }, () => random.normal() + k));
    const data = trainingData(values, y, ['a', 'b']);
    const answers = predictor(await fit(data)).predict(data.x);
    expect(y.every((k, i) => answers[2 * i + k]! > 0.5)).toBe(true);
  });

  it('stops at perfectly separated classes and without features', async () => {
    const apart = trainingData([-1, -2, 1, 2], [0, 0, 1, 1], ['a', 'b']);
    const state = await fit(apart, { c: 1e6 });
    expect(predictor(state).predict(apart.x)[0]).toBeGreaterThan(0.999);
    const none = trainingData([], [0, 1, 1, 1], ['a', 'b']);
    const answers = predictor(await fit(none)).predict(none.x);
    expect(answers[1]).toBeCloseTo(0.75, 9);
  });

  it('gives a class without rows the probability 0, and a lone class 1', async () => {
    const data = trainingData([0, 1, 2, 3, 4, 5], [3, 3, 1, 1, 3, 1], ['w', 'x', 'y', 'z']);
    const answers = predictor(await fit(data)).predict(data.x);
    for (let i = 0; i < 6; i++) {
      expect([answers[4 * i], answers[4 * i + 2]]).toEqual([0, 0]);
      expect(answers[4 * i + 1]! + answers[4 * i + 3]!).toBeCloseTo(1, 14);
    }
    const lone = trainingData([0, 1], [1, 1], ['a', 'b', 'c']);
    expect([...predictor(await fit(lone)).predict(lone.x)]).toEqual([0, 1, 0, 0, 1, 0]);
  });

  it('ignores rows and classes of weight 0', async () => {
    const data = trainingData([0, 1, 2, 9], [0, 1, 0, 2], ['a', 'b', 'c'], [1, 1, 1, 0]);
    const without = trainingData([0, 1, 2], [0, 1, 0], ['a', 'b', 'c']);
    expect((await fit(data)).arrays).toEqual((await fit(without)).arrays);
  });

  it('says when the iterations ran out', async () => {
    const state = await fit(penguinsData, { maxIterations: 2 });
    expect(state.json).toMatchObject({ converged: false, iterations: 2 });
  });

  it('refuses what it cannot learn from', async () => {
    await expect(fit(trainingData([], [], ['a', 'b']))).rejects.toThrow('no row');
    await expect(fit(trainingData([1], [2], ['a', 'b']))).rejects.toThrow('target of row 0 is 2');
    await expect(fit(trainingData([1, Number.NaN], [0, 1], ['a', 'b']))).rejects.toThrow(
      'Feature "x0" is NaN in row 1',
    );
    await expect(fit(trainingData([1], [1], null))).rejects.toThrow('needs classes');
    await expect(fit(irisData, { c: 0 })).rejects.toThrow('C must be above 0');
    await expect(fit(irisData, { classWeight: [1] })).rejects.toThrow('1 class weights');
  });
});

describe('progress and cancel', () => {
  it('reports a falling loss', async () => {
    const losses: number[] = [];
    await fit(irisData, {}, { onProgress: ({ loss }) => losses.push(loss) });
    expect(losses.length).toBeGreaterThan(3);
    expect(losses).toEqual(losses.toSorted((a, b) => b - a));
  });

  it('ends with the reason of the signal, before and during the work', async () => {
    const reason = new Error('enough');
    await expect(fit(irisData, {}, { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
    const controller = new AbortController();
    const large = letters();
    const many = {
      ...large,
      x: {
        rows: 39_000,
        columns: 8,
        data: new Float32Array(39_000 * 8).map((_, i) => large.x.data[i % large.x.data.length]!),
      },
      y: new Float64Array(39_000).map((_, i) => large.y[i % 1300]!),
    };
    const running = fit(
      many,
      { tolerance: 0 },
      { signal: controller.signal, onProgress: () => controller.abort(reason) },
    );
    await expect(running).rejects.toBe(reason);
  });

  it('lets timers run while it works', async () => {
    let turns = 0;
    const timer = setInterval(() => turns++, 1);
    await fit({ ...letters() }, { tolerance: 0, maxIterations: 300 });
    clearInterval(timer);
    expect(turns).toBeGreaterThan(0);
  });
});

describe('predictor', () => {
  it('gives a row the same bits as a table', async () => {
    for (const data of [irisData, letters(), trainingData([0, 1, 2], [0, 1, 0], ['a', 'b'])]) {
      const model = predictor(await fit(data, { maxIterations: 5 }));
      const value = fc.double({ noNaN: true, noDefaultInfinity: true });
      const row = fc.array(value, { minLength: data.x.columns, maxLength: data.x.columns });
      fc.assert(
        fc.property(fc.array(row, { maxLength: 5 }), (rows) => {
          const bulk = model.predict({
            rows: rows.length,
            columns: data.x.columns,
            data: Float64Array.from(rows.flat()),
          });
          const out = new Float64Array(model.outputs);
          rows.forEach((each, i) => {
            model.predictRow(each, out);
            expect(out).toEqual(bulk.slice(i * model.outputs, (i + 1) * model.outputs));
            expect(out.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 12);
          });
        }),
      );
    }
  });

  it('refuses rows of another width', async () => {
    const model = predictor(await fit(irisData));
    expect(() => model.predictRow([1, 2], new Float64Array(3))).toThrow('takes 4 features');
  });
});
