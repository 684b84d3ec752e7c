/** The same network as TensorFlow.js's layers build and fit it: the independent answer in tests and bench. */
import * as tf from '@tensorflow/tfjs-core';
import * as tfl from '@tensorflow/tfjs-layers';
import type { DenseSpec } from '#nodes/sdk/context.ts';
import { initialParameters } from '../dense/initialise.ts';
import { biasOf, kernelOf, layoutOf } from '../dense/layout.ts';

const optimizers = {
  adam: (rate: number) => tf.train.adam(rate),
  sgd: (rate: number) => tf.train.sgd(rate),
  rmsprop: (rate: number) => tf.train.rmsprop(rate),
};

/** Compiled for the spec's loss; its outputs are probabilities, or the number. Targets: see `layersTargets`. */
export function layersModel(spec: DenseSpec): tfl.Sequential {
  const last = spec.task === 'regression' ? 'linear' : spec.outputs === 1 ? 'sigmoid' : 'softmax';
  const units = [...spec.layers, { units: spec.outputs, activation: last }];
  const model = tfl.sequential();
  for (const [index, layer] of units.entries()) {
    model.add(
      tfl.layers.dense({
        units: layer.units,
        activation: layer.activation as 'relu',
        ...(index === 0 ? { inputShape: [spec.inputs] } : {}),
        ...(spec.l2 > 0 ? { kernelRegularizer: tfl.regularizers.l2({ l2: spec.l2 }) } : {}),
      }),
    );
  }
  const loss =
    spec.task === 'regression'
      ? 'meanSquaredError'
      : spec.outputs === 1
        ? 'binaryCrossentropy'
        : 'categoricalCrossentropy';
  model.compile({ optimizer: optimizers[spec.optimizer](spec.learningRate), loss });
  return model;
}

/** Sets the parameters that our training starts from. */
export function startEqual(model: tfl.Sequential, spec: DenseSpec): void {
  const layout = layoutOf(spec);
  const parameters = initialParameters(layout, spec.seed);
  tf.tidy(() => {
    model.setWeights(
      layout.layers.flatMap((layer) => [
        tf.tensor2d(kernelOf(parameters, layer), [layer.inputs, layer.units]),
        tf.tensor1d(biasOf(parameters, layer)),
      ]),
    );
  });
}

/** rows × outputs: one-hot for several classes. */
export function layersTargets(spec: DenseSpec, y: Float64Array): tf.Tensor2D {
  if (spec.outputs === 1) return tf.tensor2d(Float32Array.from(y), [y.length, 1]);
  const hot = new Float32Array(y.length * spec.outputs);
  for (const [row, value] of y.entries()) hot[row * spec.outputs + value] = 1;
  return tf.tensor2d(hot, [y.length, spec.outputs]);
}
