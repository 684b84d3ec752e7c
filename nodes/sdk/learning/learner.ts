/** A learner: what a learner node brings so that it can train, be re-trained in folds, and its models answer. */
import type { EstimatorState, Predictor, TrainingData } from '#nodes/lib/estimators/types.ts';
import type { EpochProgress, Progress, TensorsPort } from '../context.ts';
import type { Json, Note } from '../values.ts';

export interface LearnContext {
  readonly signal: AbortSignal;
  readonly seed: number;
  readonly tensors: TensorsPort;
  progress(progress: Progress): void;
  log(note: Note): void;
}

export interface Learned {
  readonly state: EstimatorState;
  /** Loss by epoch or iteration, where there is one. */
  readonly history?: readonly EpochProgress[];
  /** Stated in the model's record: iterations, epochs run, backend. */
  readonly facts?: { readonly [name: string]: Json };
}

export interface Learner<P = unknown> {
  readonly tasks: readonly ('classification' | 'regression')[];
  /** Whether the features should be on one scale (said as a warning when they are far from it). */
  readonly wantsScaled?: boolean;
  /** Whether it learns from rows that lack features too, which are NaN then; its predictor then takes them as well. */
  readonly takesMissing?: boolean;
  fit(args: {
    params: P;
    data: TrainingData;
    /** Rows of the validation partition, or none: the learner may set some of the training rows apart. */
    validation: TrainingData | undefined;
    context: LearnContext;
  }): Promise<Learned>;
  predictor(state: EstimatorState): Predictor;
}
