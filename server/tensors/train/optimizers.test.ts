import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-backend-cpu';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { createOptimizer, type OptimizerName } from './optimizers.ts';

beforeAll(async () => {
  tf.enableProdMode();
  await tf.setBackend('cpu');
});

const reference = {
  adam: (rate: number) => tf.train.adam(rate),
  sgd: (rate: number) => tf.train.sgd(rate),
  rmsprop: (rate: number) => tf.train.rmsprop(rate),
};

/** `values` after steps along each of `gradients`, by TensorFlow.js's own optimiser. */
function stepped(name: OptimizerName, rate: number, values: number[], gradients: number[][]) {
  return tf.tidy(() => {
    const variable = tf.variable(tf.tensor1d(values));
    const optimizer = reference[name](rate);
    for (const gradient of gradients) {
      optimizer.applyGradients([{ name: variable.name, tensor: tf.tensor1d(gradient) }]);
    }
    const result = [...variable.dataSync()];
    optimizer.dispose();
    variable.dispose();
    return result;
  });
}

test.each(['adam', 'sgd', 'rmsprop'] as const)('%s steps as TensorFlow.js does', (name) => {
  const value = fc.integer({ min: -1000, max: 1000 }).map((n) => n / 256);
  const values = fc.array(value, { minLength: 3, maxLength: 3 });
  const gradients = fc.array(values, { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(values, gradients, fc.constantFrom(0.001, 0.1), (start, steps, rate) => {
      const parameters = Float32Array.from(start);
      const optimize = createOptimizer(name, rate, 3);
      for (const gradient of steps) optimize(parameters, Float32Array.from(gradient));
      const expected = stepped(name, rate, start, steps);
      for (let i = 0; i < 3; i++) expect(parameters[i]).toBeCloseTo(expected[i]!, 4);
    }),
    { numRuns: 40 },
  );
});
