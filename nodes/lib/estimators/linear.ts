import { standardisation } from '../algebra/standardise.ts';
import { dot } from '../algebra/vector.ts';
import { createPacer } from '../optimise/pacer.ts';
import { checkTrainingData } from './checkTrainingData.ts';
import { kernelPredictor } from './kernelPredictor.ts';
import { leastSquares } from './linear/leastSquares.ts';
import type { EstimatorState, FitOptions, Predictor, TrainingData } from './types.ts';

export type LinearParams = {
  /** Strength of the L2 penalty, 0 for none: minimises Σ (y − ŷ)² + α·‖w‖², as scikit-learn's Ridge. */
  readonly alpha: number;
  /** Whether to learn an intercept, which is not penalised. */
  readonly intercept: boolean;
};

export const linearDefaults: LinearParams = { alpha: 0, intercept: true };

/**
 * Linear regression by least squares, ordinary or ridge. Constant columns get weight 0. Of collinear
 * columns no one is preferred: the weights are the shortest vector (on standardised columns) among those
 * that fit best.
 *
 * State: json {features, constant: names of the constant features, rank, scale}; arrays `coef` (one per feature)
 * and `intercept` (1), both for features as they come. Answers are (intercept + coef·x)·scale; the
 * scale is 1 unless the target holds numbers beyond 1e150.
 */
export async function fit(
  data: TrainingData,
  params: Partial<LinearParams> = {},
  { signal }: FitOptions = {},
): Promise<EstimatorState> {
  const { alpha, intercept } = { ...linearDefaults, ...params };
  if (data.classes !== null) throw new RangeError('Linear regression needs a number to predict.');
  if (!(alpha >= 0)) throw new RangeError(`Alpha must be 0 or above, not ${alpha}.`);
  checkTrainingData(data);
  const pacer = createPacer(signal);
  const own = data.weights ?? new Float64Array(data.x.rows).fill(1);
  const total = own.reduce((sum, weight) => sum + weight, 0);
  const weights = own.map((weight) => weight / total);
  const units = standardisation(data.x, weights, intercept);
  const { centre, spread } = targetUnits(data.y, weights, intercept);
  const found = await leastSquares(
    {
      x: data.x,
      target: data.y.map((value) => value / spread - centre),
      weights,
      units,
      ridge: units.factor.map((factor) => (alpha / total) * factor * factor),
    },
    pacer,
  );
  // Weights of enormous targets would overflow; they stay in units of the largest one.
  const scale = spread > 1e150 ? spread : 1;
  const unit = spread / scale;
  const coef = found.weights.map((weight, j) => weight * units.factor[j]! * unit);
  return {
    kind: 'linear',
    json: {
      features: data.x.columns,
      constant: data.featureNames.filter((_, j) => units.factor[j] === 0),
      rank: found.rank,
      scale,
    },
    arrays: {
      coef,
      intercept: Float64Array.of(intercept ? centre * unit - dot(coef, units.shift) : 0),
    },
  };
}

export function predictor(state: EstimatorState): Predictor {
  const coef = Float64Array.from(state.arrays['coef']!);
  const intercept = state.arrays['intercept']![0]!;
  const scale = state.json['scale'] as number;
  return kernelPredictor(coef.length, 1, (x, out, at) => {
    const value = (intercept + dot(coef, x)) * scale;
    out[at] = Math.max(-Number.MAX_VALUE, Math.min(Number.MAX_VALUE, value));
  });
}

/** The target's largest size, and its mean in units of that: differences of 1e308 stay numbers. */
function targetUnits(y: Float64Array, weights: Float64Array, intercept: boolean) {
  let spread = 0;
  for (const value of y) spread = Math.max(spread, Math.abs(value));
  if (spread === 0) return { centre: 0, spread: 1 };
  let centre = 0;
  if (intercept) for (let i = 0; i < y.length; i++) centre += weights[i]! * (y[i]! / spread);
  return { centre, spread };
}
