import { describe, expect, it } from 'vitest';
import { fit, predictor } from './baseline.ts';
import { trainingData } from './golden/data.ts';

// Golden: scikit-learn's DummyClassifier and DummyRegressor give these by definition.
const classes = ['a', 'b', 'c'];

async function answer(...args: Parameters<typeof fit>): Promise<number[]> {
  const model = predictor(await fit(...args));
  const out = new Float64Array(model.outputs);
  model.predictRow(new Float64Array(args[0].x.columns), out);
  return [...out];
}

describe('fit', () => {
  it('answers the share of each class', async () => {
    const data = trainingData([1, 2, 3, 4], [2, 0, 2, 2], classes);
    expect(await answer(data)).toEqual([0.25, 0, 0.75]);
    const weighted = trainingData([1, 2, 3, 4], [2, 0, 2, 2], classes, [1, 6, 1, 0]);
    expect(await answer(weighted)).toEqual([0.75, 0, 0.25]);
  });

  it('answers the most frequent class with certainty, of equals the first', async () => {
    const strategy = { classification: 'most-frequent' } as const;
    expect(await answer(trainingData([1, 2, 3], [2, 2, 1], classes), strategy)).toEqual([0, 0, 1]);
    expect(await answer(trainingData([1, 2], [2, 1], classes), strategy)).toEqual([0, 1, 0]);
  });

  it('answers the mean or the median', async () => {
    const median = { regression: 'median' } as const;
    const data = trainingData([1, 2, 3, 4], [10, 2, 4, 100], null);
    expect(await answer(data)).toEqual([29]);
    expect(await answer(data, median)).toEqual([7]);
    expect(await answer(trainingData([1, 2, 3], [5, 1, 9], null), median)).toEqual([5]);
    const weighted = trainingData([1, 2, 3], [5, 1, 9], null, [1, 1, 5]);
    expect(await answer(weighted)).toEqual([51 / 7]);
    expect(await answer(weighted, median)).toEqual([9]);
  });

  it('stays finite for the largest numbers', async () => {
    const data = trainingData([1, 2], [1.7e308, 1.7e308], null);
    expect(await answer(data)).toEqual([1.7e308]);
    expect(await answer(data, { regression: 'median' })).toEqual([1.7e308]);
  });

  it('refuses no rows and honours a cancel', async () => {
    await expect(fit(trainingData([], [], null))).rejects.toThrow('no row');
    const reason = new Error('enough');
    const cancelled = fit(trainingData([1], [1], null), {}, { signal: AbortSignal.abort(reason) });
    await expect(cancelled).rejects.toBe(reason);
  });
});

describe('predictor', () => {
  it('gives every row the same answer', async () => {
    const data = trainingData([1, 2, 3, 4, 5, 6], [0, 1, 1], classes);
    const model = predictor(await fit(data));
    expect(model.predict(data.x)).toEqual(
      Float64Array.from([0, 1, 2].flatMap(() => [1 / 3, 2 / 3, 0])),
    );
  });
});
