import type { Matrix } from '../matrix.ts';

/** What may stand in a state's JSON. */
export type PlainJson =
  | null
  | boolean
  | number
  | string
  | readonly PlainJson[]
  | { readonly [key: string]: PlainJson };

/** The rows an estimator learns from. */
export type TrainingData = {
  /** rows × features, Float32, without missing values or infinities. */
  readonly x: Matrix;
  /** Length `rows`: the target's value in a regression, the index into `classes` in a classification. */
  readonly y: Float64Array;
  /** The classes in a fixed order, a class without rows included; null in a regression. */
  readonly classes: readonly string[] | null;
  /** Length `rows`, not negative: how much each row counts. Absent: every row counts 1. */
  readonly weights?: Float64Array;
  /** One per feature, in the order of the columns of `x`; used in messages and facts. */
  readonly featureNames: readonly string[];
};

/** What was learned, ready to be saved: JSON and named arrays. Never changed once made. */
export type EstimatorState = {
  /** Says which predictor reads it: 'baseline', 'linear', 'logistic', 'dense'. */
  readonly kind: string;
  readonly json: { readonly [key: string]: PlainJson };
  readonly arrays: { readonly [name: string]: Float64Array | Float32Array | Int32Array };
};

/** Answers from features alone. Rows one by one and in bulk give the same bits. */
export type Predictor = {
  /** Classification: the number of classes, outputs being their probabilities. Regression: 1. */
  readonly outputs: number;
  /** Whether it answers where features are missing too, which are NaN then. */
  readonly takesMissing?: boolean;
  /** `x` holds one value per feature and is rounded to Float32; writes `outputs` numbers to `out`. */
  predictRow(x: ArrayLike<number>, out: Float64Array): void;
  /** Row-major, rows × outputs. */
  predict(x: Matrix): Float64Array;
};

export type FitProgress = {
  readonly iteration: number;
  readonly maxIterations: number;
  /** The mean loss per row (by weight), penalty included. */
  readonly loss: number;
};

export type FitOptions = {
  /** Once aborted, `fit` rejects with the signal's reason, within some 30 ms of work. */
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: FitProgress) => void) | undefined;
};
