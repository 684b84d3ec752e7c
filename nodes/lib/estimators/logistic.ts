import { createPacer } from '../optimise/pacer.ts';
import { checkTrainingData } from './checkTrainingData.ts';
import { type ClassWeight, rowWeights, weightByClass } from './classWeights.ts';
import { kernelPredictor } from './kernelPredictor.ts';
import { type LogisticProblem, scoresOf, solveLogistic } from './logistic/solve.ts';
import { sigmoid, softmax } from './softmax.ts';
import type { EstimatorState, FitOptions, Predictor, TrainingData } from './types.ts';

export type LogisticParams = {
  /** Inverse strength of the L2 penalty, above 0: minimises C·Σ loss + ½·‖w‖², as in scikit-learn. */
  readonly c: number;
  readonly classWeight: ClassWeight;
  readonly maxIterations: number;
  /**
   * Where to stop: about the error left in a row's score (its log odds), root mean square. Does not
   * depend on the units of the features.
   */
  readonly tolerance: number;
};

export const logisticDefaults: LogisticParams = {
  c: 1,
  classWeight: null,
  maxIterations: 500,
  tolerance: 1e-6,
};

/**
 * Logistic regression: one score per class, probabilities by softmax; with two classes one score and the
 * logistic function. The intercepts are not penalised. A class without rows gets probability 0, and a
 * single class with rows gets probability 1.
 *
 * State: json {classes, features, present, iterations, converged}; arrays `coef` (scores × features,
 * row-major) and `intercept` (scores), a score per present class, or one with two of them.
 */
export async function fit(
  data: TrainingData,
  params: Partial<LogisticParams> = {},
  { signal, onProgress }: FitOptions = {},
): Promise<EstimatorState> {
  const settings = { ...logisticDefaults, ...params };
  if (data.classes === null) throw new RangeError('Logistic regression needs classes.');
  if (!(settings.c > 0)) throw new RangeError(`C must be above 0, not ${settings.c}.`);
  checkTrainingData(data);
  const { present, ...problem } = problemOf(data, data.classes.length, settings);
  const { maxIterations, tolerance } = settings;
  const found = await solveLogistic(
    problem,
    {
      maxIterations,
      tolerance,
      onIteration: (iteration, loss) => onProgress?.({ iteration, maxIterations, loss }),
    },
    createPacer(signal),
  );
  return {
    kind: 'logistic',
    json: {
      classes: [...data.classes],
      features: data.x.columns,
      present,
      iterations: found.iterations,
      converged: found.converged,
    },
    arrays: unpack(found.x, data.x.columns, scoresOf(problem.shares)),
  };
}

export function predictor(state: EstimatorState): Predictor {
  const classes = (state.json['classes'] as readonly string[]).length;
  const features = state.json['features'] as number;
  const present = state.json['present'] as readonly number[];
  const coef = Float64Array.from(state.arrays['coef']!);
  const intercept = Float64Array.from(state.arrays['intercept']!);
  const scores = new Float64Array(intercept.length);
  return kernelPredictor(features, classes, (x, out, at) => {
    for (let k = 0; k < scores.length; k++) {
      let score = intercept[k]!;
      const from = k * features;
      for (let j = 0; j < features; j++) score += coef[from + j]! * x[j]!;
      scores[k] = score;
    }
    out.fill(0, at, at + classes);
    if (scores.length === 1 && present.length === 2) {
      out[at + present[0]!] = sigmoid(-scores[0]!);
      out[at + present[1]!] = sigmoid(scores[0]!);
    } else {
      softmax(scores);
      for (let k = 0; k < scores.length; k++) out[at + present[k]!] = scores[k]!;
    }
  });
}

/** The problem over the classes that have rows (their indices are `present`). */
function problemOf(
  data: TrainingData,
  classes: number,
  settings: LogisticParams,
): LogisticProblem & { readonly present: readonly number[] } {
  const raw = rowWeights(data.y, classes, data.weights, settings.classWeight);
  const sums = weightByClass(data.y, classes, raw);
  const total = sums.reduce((sum, each) => sum + each, 0);
  if (!(total > 0)) throw new RangeError('Every row weighs zero.');
  const present = [...sums.keys()].filter((k) => sums[k]! > 0);
  const position = new Map(present.map((k, i) => [k, i]));
  return {
    present,
    x: data.x,
    // A class of weight 0 has no position; its rows count nothing, whichever class they are put in.
    y: data.y.map((k) => position.get(k) ?? 0),
    rowWeights: raw.map((weight) => weight / total),
    shares: present.map((k) => sums[k]! / total),
    lambda: 1 / (settings.c * total),
  };
}

/**
 * From the optimiser's layout to scores × features. Adding the same to every class's intercept changes
 * no probability, so they are made to sum to 0, as scikit-learn's do.
 */
function unpack(weights: Float64Array, features: number, scores: number) {
  const coef = new Float64Array(scores * features);
  const intercept = weights.slice(features * scores, (features + 1) * scores);
  const centre = scores > 1 ? intercept.reduce((sum, each) => sum + each, 0) / scores : 0;
  for (let k = 0; k < scores; k++) {
    intercept[k] = intercept[k]! - centre;
    for (let j = 0; j < features; j++) coef[k * features + j] = weights[j * scores + k]!;
  }
  return { coef, intercept };
}
