/** Our forward pass, gradients and optimisers against the layers and automatic gradients of TensorFlow.js. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as tf from '@tensorflow/tfjs-core';
import type { DenseData, DenseSpec } from '#nodes/sdk/context.ts';
import type { Backend } from './backend.ts';
import { startBackend } from './backends.ts';
import { activationNames } from './dense/activations.ts';
import { choices } from './testing/choices.ts';
import { layersModel, layersTargets, startEqual } from './testing/layersModel.ts';
import { makeData, makeSpec, never, side, third } from './testing/tasks.ts';
import { trainDense } from './trainDense.ts';

const backends = new Map<string, Backend>();

beforeAll(async () => {
  for (const choice of choices) backends.set(choice.name, await startBackend(choice));
});
afterAll(() => {
  for (const backend of backends.values()) backend.release();
});

/** The weights after full-batch epochs, by `model.fit`, in the order of our state's arrays. */
async function fitted(
  backend: Backend,
  spec: DenseSpec,
  data: DenseData,
  classWeight?: Record<number, number>,
) {
  // Makes it TensorFlow.js's current one.
  backend.run(() => undefined);
  const model = layersModel(spec);
  startEqual(model, spec);
  const x = tf.tensor2d(data.x.data as Float32Array, [data.x.rows, data.x.columns]);
  const y = layersTargets(spec, data.y);
  await model.fit(x, y, {
    epochs: spec.epochs,
    batchSize: spec.batchSize,
    verbose: 0,
    ...(classWeight ? { classWeight } : {}),
  });
  const weights = model.getWeights().map((tensor) => [...tensor.dataSync()]);
  tf.dispose([x, y]);
  model.dispose();
  return weights;
}

function expectClose(arrays: { readonly [name: string]: ArrayLike<number> }, expected: number[][]) {
  const given = Object.values(arrays);
  expect(given.length).toBe(expected.length);
  for (const [index, values] of expected.entries()) {
    expect(given[index]!.length).toBe(values.length);
    for (const [at, value] of values.entries()) expect(given[index]![at]).toBeCloseTo(value, 4);
  }
}

/** One batch of all rows, whose order then does not matter. */
const whole = (parts: Partial<DenseSpec>) => makeSpec({ batchSize: 100, epochs: 5, ...parts });

const tasks: Record<string, [DenseSpec, DenseData]> = {
  'one logit': [whole({}), makeData(100, 4, side)],
  'three classes': [whole({ outputs: 3 }), makeData(100, 4, third)],
  regression: [whole({ task: 'regression' }), makeData(100, 4, (x) => x[0]! * x[1]! + x[2]!)],
  'weight decay': [whole({ l2: 0.05 }), makeData(100, 4, side)],
  'plain gradient descent': [
    whole({ optimizer: 'sgd', learningRate: 0.5 }),
    makeData(100, 4, side),
  ],
  rmsprop: [whole({ optimizer: 'rmsprop' }), makeData(100, 4, side)],
  'no hidden layer': [whole({ layers: [] }), makeData(100, 4, side)],
  ...Object.fromEntries(
    activationNames.map((activation) => {
      const layers = [6, 5].map((units) => ({ units, activation, dropout: 0 }));
      return [`two layers of ${activation}`, [whole({ layers, seed: 5 }), makeData(100, 4, side)]];
    }),
  ),
};

for (const { name } of choices) {
  test.each(Object.entries(tasks))(
    `${name} learns as layers do: %s`,
    async (_name, [spec, data]) => {
      const backend = backends.get(name)!;
      const { state } = await trainDense(backend, spec, data, undefined, { signal: never() });
      expectClose(state.arrays, await fitted(backend, spec, data));
    },
  );

  test(`${name}: class weights count as in layers once brought to mean 1`, async () => {
    const data = makeData(100, 4, side);
    const spec = whole({ classWeights: Float64Array.of(1, 4) });
    const backend = backends.get(name)!;
    const { state } = await trainDense(backend, spec, data, undefined, { signal: never() });
    const ones = data.y.reduce((sum, value) => sum + value, 0);
    const mean = (100 - ones + 4 * ones) / 100;
    expectClose(state.arrays, await fitted(backend, spec, data, { 0: 1 / mean, 1: 4 / mean }));
  });

  test(`${name}: a batch taken in slices learns the same`, async () => {
    const [spec, data] = tasks['three classes']!;
    const backend = backends.get(name)!;
    const sliced = { ...backend, sliceFlops: 1 };
    const { state } = await trainDense(sliced, spec, data, undefined, { signal: never() });
    const once = await trainDense(backend, spec, data, undefined, { signal: never() });
    expectClose(
      state.arrays,
      Object.values(once.state.arrays).map((array) => [...array]),
    );
  });
}

test('a row of weight 2 counts as two rows', async () => {
  const once = makeData(50, 4, side);
  const weights = Float64Array.from({ length: 50 }, (_, row) => (row < 25 ? 2 : 1));
  const rows = [...Array(50).keys(), ...Array(25).keys()];
  const twice = {
    x: {
      rows: 75,
      columns: 4,
      data: Float32Array.from(
        rows.flatMap((row) => [...once.x.data.subarray(row * 4, row * 4 + 4)]),
      ),
    },
    y: Float64Array.from(rows, (row) => once.y[row]!),
  };
  const backend = backends.get('wasm')!;
  const [a, b] = await Promise.all([
    trainDense(backend, whole({}), { ...once, weights }, undefined, { signal: never() }),
    trainDense(backend, whole({}), twice, undefined, { signal: never() }),
  ]);
  expectClose(
    a.state.arrays,
    Object.values(b.state.arrays).map((array) => [...array]),
  );
  expect(a.history.at(-1)!.loss).toBeCloseTo(b.history.at(-1)!.loss, 6);
});
