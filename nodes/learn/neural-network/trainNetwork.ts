/** From training data to a dense network's state: target on one scale, rows set apart for early stopping, progress. */
import type { EstimatorState, TrainingData } from '#nodes/lib/estimators/types.ts';
import { selectRows } from '#nodes/lib/matrix.ts';
import { hashSeed } from '#nodes/lib/random/hashSeed.ts';
import { createRandom } from '#nodes/lib/random/random.ts';
import { permutation } from '#nodes/lib/random/shuffle.ts';
import { mean, standardDeviation } from '#nodes/lib/statistics/moments.ts';
import type { DenseData } from '#nodes/sdk/context.ts';
import type { LearnContext, Learned } from '#nodes/sdk/learning/learner.ts';

export interface NetworkParams {
  readonly layers: readonly { readonly units: number }[];
  readonly activation: string;
  readonly epochs: number;
  readonly batchSize: number;
  readonly learningRate: number;
  readonly optimizer: 'adam' | 'sgd' | 'rmsprop';
  readonly dropout: number;
  readonly l2: number;
  readonly patience: number;
  readonly balanced: boolean;
}

interface Scale {
  readonly mean: number;
  readonly std: number;
}

export async function trainNetwork({
  params,
  data,
  validation,
  context,
}: {
  params: NetworkParams;
  data: TrainingData;
  validation: TrainingData | undefined;
  context: LearnContext;
}): Promise<Learned> {
  const parts = validation
    ? { train: data, watch: validation }
    : setApart(data, params.patience > 0, context.seed);
  const scale = data.classes ? undefined : scaleOf(parts.train.y);
  const weights = params.balanced && data.classes ? balancedWeights(parts.train) : undefined;
  const { state, history, epochsRun, keptEpoch } = await context.tensors.trainDense(
    {
      task: data.classes ? 'classification' : 'regression',
      inputs: data.x.columns,
      outputs: data.classes?.length ?? 1,
      layers: params.layers.map(({ units }) => {
        return { units, activation: params.activation, dropout: params.dropout };
      }),
      epochs: params.epochs,
      batchSize: params.batchSize,
      learningRate: params.learningRate,
      optimizer: params.optimizer,
      l2: params.l2,
      patience: parts.watch ? params.patience : 0,
      ...(weights ? { classWeights: weights } : {}),
      seed: context.seed,
    },
    denseData(parts.train, scale),
    parts.watch && denseData(parts.watch, scale),
    {
      signal: context.signal,
      onEpoch: ({ epoch, epochs, loss, validationLoss }) => {
        const values = { loss, ...(validationLoss === undefined ? {} : { validationLoss }) };
        context.progress({ done: epoch, total: epochs, unit: 'epochs', values });
      },
      onPart: ({ epoch, epochs, row, rows }) => {
        context.progress({ done: epoch - 1 + row / rows, total: epochs, unit: 'epochs' });
      },
    },
  );
  return {
    state: scale ? withScale(state, scale) : state,
    history,
    facts: { epochsRun, keptEpoch, backend: context.tensors.backend },
  };
}

/** A tenth of the rows, drawn by the seed, watches for overfitting; too few rows are all learned from. */
function setApart(
  data: TrainingData,
  wanted: boolean,
  seed: number,
): { train: TrainingData; watch: TrainingData | undefined } {
  const rows = data.x.rows;
  const apart = Math.floor(rows / 10);
  if (!wanted || apart < 5) return { train: data, watch: undefined };
  const order = permutation(rows, createRandom(hashSeed(seed, 'rows set apart')));
  // Row order stays the table's own: only membership is drawn.
  return {
    train: pick(data, order.subarray(apart).toSorted()),
    watch: pick(data, order.subarray(0, apart).toSorted()),
  };
}

function pick(data: TrainingData, rows: Int32Array): TrainingData {
  const from = (values: Float64Array): Float64Array =>
    Float64Array.from(rows, (row) => values[row]!);
  return {
    ...data,
    x: selectRows(data.x, rows),
    y: from(data.y),
    ...(data.weights ? { weights: from(data.weights) } : {}),
  };
}

/** Gradients of a target in the millions would blow up: networks learn it with mean 0 and deviation 1. */
function scaleOf(y: Float64Array): Scale {
  const std = standardDeviation(y) ?? 0;
  return { mean: mean(y) ?? 0, std: std > 0 && Number.isFinite(std) ? std : 1 };
}

function withScale(state: EstimatorState, targetScale: Scale): EstimatorState {
  return { ...state, json: { ...state.json, targetScale: { ...targetScale } } };
}

function denseData({ x, y, weights }: TrainingData, scale: Scale | undefined): DenseData {
  const target = scale ? y.map((value) => (value - scale.mean) / scale.std) : y;
  return { x, y: target, ...(weights ? { weights } : {}) };
}

/** n / (classes × rows of the class), as scikit-learn's 'balanced'; a class without rows counts 0. */
function balancedWeights({ y, classes }: TrainingData): Float64Array {
  const counts = new Float64Array(classes!.length);
  for (const label of y) counts[label] = counts[label]! + 1;
  return counts.map((count) => (count > 0 ? y.length / (counts.length * count) : 0));
}
