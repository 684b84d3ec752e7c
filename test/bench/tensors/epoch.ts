/**
 * One epoch of a dense network: our training, whole (checks, order, gather, steps, state), over TensorFlow.js's
 * own `model.fit` on the same backend, the same rows and the same network. The two take turns, so that a busy
 * machine slows both, and the median of the paired ratios is told.
 */
import * as tf from '@tensorflow/tfjs-core';
import { createRandom } from '#nodes/lib/random/random.ts';
import type { DenseData, DenseSpec } from '#nodes/sdk/context.ts';
import { openTensors } from '#server/tensors/openTensors.ts';
import { layersModel, layersTargets } from '#server/tensors/testing/layersModel.ts';

const ROWS = 50_000;
const COLUMNS = 30;
const PAIRS = 5;

const spec: DenseSpec = {
  task: 'classification',
  inputs: COLUMNS,
  outputs: 1,
  layers: [64, 32].map((units) => ({ units, activation: 'relu', dropout: 0 })),
  epochs: 1,
  batchSize: 128,
  learningRate: 0.001,
  optimizer: 'adam',
  l2: 0,
  patience: 0,
  seed: 1,
};

function makeRows(): DenseData {
  const random = createRandom(1);
  const data = Float32Array.from({ length: ROWS * COLUMNS }, () => random.normal());
  const y = Float64Array.from({ length: ROWS }, (_, row) => {
    const at = row * COLUMNS;
    return data[at]! + data[at + 1]! * data[at + 2]! > 0 ? 1 : 0;
  });
  return { x: { rows: ROWS, columns: COLUMNS, data }, y };
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** Milliseconds of one epoch each, pair by pair; the first pair, which compiles the code, is left out. */
export async function epochPairs(): Promise<{ ours: number; fit: number }[]> {
  const tensors = openTensors({ prefer: 'wasm' });
  const rows = makeRows();
  const signal = new AbortController().signal;
  const ours = () => tensors.trainDense(spec, rows, undefined, { signal });
  await ours();
  const model = layersModel(spec);
  const x = tf.tensor2d(rows.x.data as Float32Array, [ROWS, COLUMNS]);
  const y = layersTargets(spec, rows.y);
  const fit = () => model.fit(x, y, { epochs: 1, batchSize: spec.batchSize, verbose: 0 });
  const pairs = [];
  for (let pair = 0; pair <= PAIRS; pair++) {
    pairs.push({ ours: await timed(ours), fit: await timed(fit) });
  }
  tf.dispose([x, y]);
  model.dispose();
  await tensors.close();
  return pairs.slice(1);
}

export async function figures() {
  const ratios = (await epochPairs()).map(({ ours, fit }) => ours / fit).sort((a, b) => a - b);
  const value = ratios[Math.floor(ratios.length / 2)]!;
  return [
    { name: 'engine.epochVsFit', value, unit: 'ratio', goal: '≤ 1.0', met: value <= 1 },
  ] as const;
}
