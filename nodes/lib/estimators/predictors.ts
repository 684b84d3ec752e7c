import * as baseline from './baseline.ts';
import * as dense from './dense.ts';
import * as linear from './linear.ts';
import * as logistic from './logistic.ts';
import type { EstimatorState, Predictor } from './types.ts';

const predictors: ReadonlyMap<string, (state: EstimatorState) => Predictor> = new Map([
  ['baseline', baseline.predictor],
  ['dense', dense.predictor],
  ['linear', linear.predictor],
  ['logistic', logistic.predictor],
]);

/** The kinds of state that can answer. */
export const estimatorKinds: readonly string[] = [...predictors.keys()];

/** The predictor of a saved state, found by its kind. Throws RangeError for an unknown kind. */
export function predictorOf(state: EstimatorState): Predictor {
  const make = predictors.get(state.kind);
  if (make === undefined) {
    throw new RangeError(
      `No estimator is called "${state.kind}"; there are ${estimatorKinds.join(', ')}.`,
    );
  }
  return make(state);
}
