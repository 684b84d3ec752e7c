import { describe, expect, it } from 'vitest';
import * as baseline from './baseline.ts';
import { trainingData } from './golden/data.ts';
import * as linear from './linear.ts';
import * as logistic from './logistic.ts';
import { estimatorKinds, predictorOf } from './predictors.ts';
import type { EstimatorState } from './types.ts';

const numbers = trainingData([1, 2, 3, 5], [2, 4, 6, 9], null);
const labels = trainingData([1, 2, 3, 5], [0, 1, 0, 1], ['no', 'yes']);

describe('predictorOf', () => {
  it('reads every kind of state after a way through JSON', async () => {
    const made = [
      [await linear.fit(numbers), linear.predictor, numbers],
      [await baseline.fit(numbers), baseline.predictor, numbers],
      [await logistic.fit(labels), logistic.predictor, labels],
    ] as const;
    for (const [state, predictor, data] of made) {
      const json = JSON.parse(JSON.stringify(state.json)) as EstimatorState['json'];
      const again = predictorOf({ ...state, json });
      expect(again.predict(data.x)).toEqual(predictor(state).predict(data.x));
    }
    expect(estimatorKinds).toEqual(['baseline', 'dense', 'linear', 'logistic']);
  });

  it('says which kinds there are when asked for another', () => {
    expect(() => predictorOf({ kind: 'forest', json: {}, arrays: {} })).toThrow(
      'No estimator is called "forest"; there are baseline, dense, linear, logistic.',
    );
  });
});
