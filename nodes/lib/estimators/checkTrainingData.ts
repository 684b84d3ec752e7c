import type { TrainingData } from './types.ts';

/**
 * Refuses data that no estimator can learn from, in place of a model full of NaN. These are mistakes of
 * the calling code: the tables that people bring are cleaned and checked before. Throws RangeError.
 */
export function checkTrainingData({ x, y, classes, weights, featureNames }: TrainingData): void {
  if (x.rows === 0) throw new RangeError('There is no row to learn from.');
  if (y.length !== x.rows) throw new RangeError(`${x.rows} rows, but ${y.length} targets.`);
  if (featureNames.length !== x.columns) {
    throw new RangeError(`${x.columns} features, but ${featureNames.length} names.`);
  }
  for (let i = 0; i < x.data.length; i++) {
    if (Number.isFinite(x.data[i])) continue;
    const name = featureNames[i % x.columns];
    throw new RangeError(
      `Feature "${name}" is ${x.data[i]} in row ${Math.floor(i / x.columns)}; estimators need numbers.`,
    );
  }
  checkTargets(y, classes);
  if (weights !== undefined) checkWeights(weights, x.rows);
}

function checkTargets(y: Float64Array, classes: readonly string[] | null): void {
  const valid = (value: number) =>
    classes === null
      ? Number.isFinite(value)
      : Number.isInteger(value) && value >= 0 && value < classes.length;
  const row = y.findIndex((value) => !valid(value));
  if (row >= 0) throw new RangeError(`The target of row ${row} is ${y[row]}.`);
}

function checkWeights(weights: Float64Array, rows: number): void {
  if (weights.length !== rows) throw new RangeError(`${rows} rows, but ${weights.length} weights.`);
  const row = weights.findIndex((weight) => !(weight >= 0 && weight < Infinity));
  if (row >= 0) throw new RangeError(`The weight of row ${row} is ${weights[row]}.`);
  if (!weights.some((weight) => weight > 0)) throw new RangeError('Every weight is zero.');
}
