import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-backend-wasm';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { predictor } from '#nodes/lib/estimators/dense.ts';
import { layersModel, startEqual } from '../testing/layersModel.ts';
import { makeData, makeSpec, side } from '../testing/tasks.ts';
import { activationNames } from './activations.ts';
import { initialParameters } from './initialise.ts';
import { layoutOf } from './layout.ts';
import { trainedState } from './trainedState.ts';

beforeAll(async () => {
  await tf.setBackend('wasm');
});

/** rows × outputs of the network by TensorFlow.js's own layers. */
function byLayers(spec: ReturnType<typeof makeSpec>, x: Float32Array): Float32Array {
  const model = layersModel(spec);
  startEqual(model, spec);
  const answers = tf.tidy(() => {
    const rows = tf.tensor2d(x, [x.length / spec.inputs, spec.inputs]);
    return (model.predict(rows) as tf.Tensor).dataSync<'float32'>();
  });
  model.dispose();
  return answers;
}

test('the plain predictor answers as the network does on the backend', () => {
  const layer = fc.record({
    units: fc.integer({ min: 1, max: 9 }),
    activation: fc.constantFrom(...activationNames),
    dropout: fc.constant(0),
  });
  const parts = fc.record({
    inputs: fc.integer({ min: 1, max: 6 }),
    layers: fc.array(layer, { maxLength: 3 }),
    seed: fc.nat(),
  });
  const ends = fc.constantFrom(
    { task: 'regression', outputs: 1 } as const,
    { task: 'classification', outputs: 1 } as const,
    { task: 'classification', outputs: 4 } as const,
  );
  fc.assert(
    fc.property(parts, ends, (given, end) => {
      const spec = makeSpec({ ...given, ...end });
      const { x } = makeData(5, spec.inputs, side, spec.seed);
      const state = trainedState(spec, initialParameters(layoutOf(spec), spec.seed));
      const answers = predictor(state).predict(x);
      const expected = byLayers(spec, x.data as Float32Array);
      // One logit: the predictor tells both classes, the layers only the second.
      const both = end.task === 'classification' && end.outputs === 1;
      const compared = both ? answers.filter((_, at) => at % 2 === 1) : answers;
      expect(compared.length).toBe(expected.length);
      for (const [at, value] of expected.entries()) expect(compared[at]).toBeCloseTo(value, 5);
    }),
    { numRuns: 60 },
  );
});
