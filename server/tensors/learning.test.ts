/** That it learns: held-out rows of real and made tasks, averaged over seeds. */
import { readFileSync } from 'node:fs';
import { afterAll, expect, test } from 'vitest';
import { predictor } from '#nodes/lib/estimators/dense.ts';
import { selectRows, type Matrix } from '#nodes/lib/matrix.ts';
import { createRandom } from '#nodes/lib/random/random.ts';
import { permutation } from '#nodes/lib/random/shuffle.ts';
import type { DenseData, DenseSpec } from '#nodes/sdk/context.ts';
import { openTensors } from './openTensors.ts';
import { makeData, makeSpec, never } from './testing/tasks.ts';

const tensors = openTensors({ prefer: 'wasm' });
afterAll(() => tensors.close());

/** Fisher 1936, public domain: 150 rows, 4 features (standardised), 3 classes. */
function iris(): DenseData {
  const file = new URL('./testing/iris.csv', import.meta.url);
  const rows = readFileSync(file, 'utf8').trim().split(/\r?\n/).slice(1);
  const cells = rows.map((row) => row.split(','));
  const species = [...new Set(cells.map((row) => row[4]!))];
  const columns = [0, 1, 2, 3].map((j) => standardised(cells.map((row) => Number(row[j]))));
  const data = Float32Array.from(cells.flatMap((_, i) => columns.map((column) => column[i]!)));
  const y = Float64Array.from(cells, (row) => species.indexOf(row[4]!));
  return { x: { rows: cells.length, columns: 4, data }, y };
}

function standardised(values: readonly number[]): number[] {
  const mean = values.reduce((sum, v) => sum + v, 0) / values.length;
  const spread = Math.sqrt(values.reduce((sum, v) => sum + (v - mean) ** 2, 0) / values.length);
  return values.map((v) => (v - mean) / spread);
}

/** A third of the rows to hold out, by seed. */
function split(data: DenseData, seed: number): [DenseData, DenseData] {
  const order = permutation(data.x.rows, createRandom(seed));
  const cut = Math.floor(data.x.rows / 3);
  const part = (rows: Int32Array): DenseData => ({
    x: selectRows(data.x, rows),
    y: Float64Array.from(rows, (row) => data.y[row]!),
  });
  return [part(order.subarray(cut)), part(order.subarray(0, cut))];
}

async function learn(spec: DenseSpec, train: DenseData, x: Matrix): Promise<Float64Array> {
  const { state } = await tensors.trainDense(spec, train, undefined, { signal: never() });
  return predictor(state).predict(x);
}

/** The mean of a score of held-out rows over seeds 1 to 5. */
async function overSeeds(
  spec: DenseSpec,
  data: DenseData,
  score: (answers: Float64Array, y: Float64Array) => number,
): Promise<number> {
  let sum = 0;
  for (const seed of [1, 2, 3, 4, 5]) {
    const [train, held] = split(data, seed);
    sum += score(await learn({ ...spec, seed }, train, held.x), held.y) / 5;
  }
  return sum;
}

const accuracy = (classes: number) => (answers: Float64Array, y: Float64Array) => {
  const right = [...y].filter((target, row) => {
    const scores = answers.subarray(row * classes, (row + 1) * classes);
    return scores.indexOf(Math.max(...scores)) === target;
  });
  return right.length / y.length;
};

function r2(answers: Float64Array, y: Float64Array): number {
  const mean = y.reduce((sum, v) => sum + v, 0) / y.length;
  const total = y.reduce((sum, v) => sum + (v - mean) ** 2, 0);
  return 1 - y.reduce((sum, v, row) => sum + (v - answers[row]!) ** 2, 0) / total;
}

test('iris: species of held-out flowers', async () => {
  const layers = [{ units: 16, activation: 'relu', dropout: 0 }];
  const spec = makeSpec({ outputs: 3, layers, epochs: 60, batchSize: 16 });
  // scikit-learn's logistic regression reaches 0.953.
  expect(await overSeeds(spec, iris(), accuracy(3))).toBeGreaterThan(0.94);
});

test.each([
  ['adam', 0.01],
  ['rmsprop', 0.01],
  ['sgd', 0.3],
] as const)('%s: two classes that no line parts', async (optimizer, learningRate) => {
  const ring = makeData(600, 2, (x) => (x[0]! ** 2 + x[1]! ** 2 > 1.4 ? 1 : 0));
  const spec = makeSpec({ inputs: 2, optimizer, learningRate, epochs: 60 });
  expect(await overSeeds(spec, ring, accuracy(2))).toBeGreaterThan(0.94);
});

test('dropout and weight decay still learn', async () => {
  const layers = [{ units: 32, activation: 'elu', dropout: 0.3 }];
  const spec = makeSpec({ outputs: 3, layers, epochs: 60, batchSize: 16, l2: 1e-4 });
  expect(await overSeeds(spec, iris(), accuracy(3))).toBeGreaterThan(0.93);
});

test('a standardised number by several features', async () => {
  const raw = makeData(900, 3, (x) => Math.sin(2 * x[0]!) + x[1]! * x[2]!);
  const data = { x: raw.x, y: Float64Array.from(standardised([...raw.y])) };
  const layers = [32, 16].map((units) => ({ units, activation: 'tanh', dropout: 0 }));
  const spec = makeSpec({ task: 'regression', inputs: 3, layers, epochs: 80 });
  expect(await overSeeds(spec, data, r2)).toBeGreaterThan(0.9);
});
