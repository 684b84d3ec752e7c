import { exactSum, ExactSum } from '../exact/exactSum.ts';
import { checkTrainingData } from './checkTrainingData.ts';
import { weightByClass } from './classWeights.ts';
import { kernelPredictor } from './kernelPredictor.ts';
import type { EstimatorState, FitOptions, Predictor, TrainingData } from './types.ts';

/** What to answer for every row, whatever its features. */
export type BaselineParams = {
  /** Each class's share of the training rows, or certainty for the most frequent class. */
  readonly classification: 'prior' | 'most-frequent';
  readonly regression: 'mean' | 'median';
};

export const baselineDefaults: BaselineParams = { classification: 'prior', regression: 'mean' };

/**
 * The answer that looks at no feature: what any model has to beat. With 'prior' the most likely class is
 * the most frequent one, too; of equally frequent classes the first is meant.
 *
 * State: json {features, classes}; arrays `output`: the probabilities by class, or the one number.
 */
export async function fit(
  data: TrainingData,
  params: Partial<BaselineParams> = {},
  { signal }: FitOptions = {},
): Promise<EstimatorState> {
  signal?.throwIfAborted();
  // What it does not look at may be missing.
  const unseen = { rows: data.x.rows, columns: 0, data: new Float32Array() };
  checkTrainingData({ ...data, x: unseen, featureNames: [] });
  const { classification, regression } = { ...baselineDefaults, ...params };
  const weights = data.weights ?? new Float64Array(data.x.rows).fill(1);
  const output =
    data.classes === null
      ? Float64Array.of(
          regression === 'mean' ? weightedMean(data.y, weights) : weightedMedian(data.y, weights),
        )
      : classShares(data.y, data.classes.length, weights, classification);
  return {
    kind: 'baseline',
    json: { features: data.x.columns, classes: data.classes === null ? null : [...data.classes] },
    arrays: { output },
  };
}

export function predictor(state: EstimatorState): Predictor {
  const output = Float64Array.from(state.arrays['output']!);
  const features = state.json['features'] as number;
  const kernel = kernelPredictor(features, output.length, (_, out, at) => out.set(output, at));
  return { ...kernel, takesMissing: true };
}

function classShares(
  y: Float64Array,
  classes: number,
  weights: Float64Array,
  strategy: BaselineParams['classification'],
): Float64Array {
  const sums = weightByClass(y, classes, weights);
  if (strategy === 'most-frequent') {
    const most = sums.indexOf(Math.max(...sums));
    return sums.map((_, k) => (k === most ? 1 : 0));
  }
  const total = exactSum(sums);
  return sums.map((sum) => sum / total);
}

function weightedMean(y: Float64Array, weights: Float64Array): number {
  const total = exactSum(weights);
  const sum = new ExactSum();
  // Shares are multiplied first: a sum of large targets may lie outside the range of numbers.
  for (let i = 0; i < y.length; i++) sum.add((weights[i]! / total) * y[i]!);
  return sum.value();
}

/** The middle of the weight: where the weight below reaches half exactly, the mean with the next value. */
function weightedMedian(y: Float64Array, weights: Float64Array): number {
  const order = Int32Array.from(y.keys()).sort((a, b) => y[a]! - y[b]! || a - b);
  const half = exactSum(weights) / 2;
  const below = new ExactSum();
  for (let i = 0; i < order.length; i++) {
    const row = order[i]!;
    if (weights[row] === 0) continue;
    below.add(weights[row]!);
    const reached = below.value();
    if (reached > half) return y[row]!;
    if (reached === half) {
      const next = order.subarray(i + 1).find((other) => weights[other]! > 0);
      return next === undefined ? y[row]! : y[row]! / 2 + y[next]! / 2;
    }
  }
  return y[order.at(-1)!]!;
}
