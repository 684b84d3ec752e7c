import { activate, type Activation } from './dense/activation.ts';
import { kernelPredictor } from './kernelPredictor.ts';
import type { EstimatorState, Predictor } from './types.ts';

/** One fully connected layer: activation(x·W + b). */
export type DenseLayer = {
  readonly inputs: number;
  readonly units: number;
  readonly activation: Activation;
  /** inputs × units, row-major: the layout of a TensorFlow.js kernel. */
  readonly weights: Float32Array;
  /** Length `units`. */
  readonly bias: Float32Array;
};

export type DenseNetwork = {
  readonly task: 'classification' | 'regression';
  readonly layers: readonly DenseLayer[];
  /** A regression learns (y − mean) / std; answers are brought back to the target's unit. */
  readonly targetScale?: { readonly mean: number; readonly std: number } | undefined;
};

/**
 * A trained network as a state. Classification ends in a softmax over the classes, or in one sigmoid
 * unit (the probability of the second class); regression in one unit.
 *
 * State: json {task, layers: [{inputs, units, activation}], targetScale?}; arrays w0, b0, w1, b1, …
 * Throws RangeError where the layers do not fit each other or their weights.
 */
export function denseState({ task, layers, targetScale }: DenseNetwork): EstimatorState {
  checkLayers(layers, task);
  return {
    kind: 'dense',
    json: {
      task,
      layers: layers.map(({ inputs, units, activation }) => ({ inputs, units, activation })),
      ...(targetScale && { targetScale: { ...targetScale } }),
    },
    arrays: Object.fromEntries(
      layers.flatMap(({ weights, bias }, i) => [
        [`w${i}`, weights],
        [`b${i}`, bias],
      ]),
    ),
  };
}

/** The network that a state stands for. Throws RangeError where the state does not fit together. */
export function denseNetwork({ json, arrays }: EstimatorState): DenseNetwork {
  const shapes = json['layers'] as readonly Pick<DenseLayer, 'inputs' | 'units' | 'activation'>[];
  const network = {
    task: json['task'] as DenseNetwork['task'],
    layers: shapes.map(({ inputs, units, activation }, i) => ({
      inputs,
      units,
      activation,
      weights: arrays[`w${i}`] as Float32Array,
      bias: arrays[`b${i}`] as Float32Array,
    })),
    targetScale: json['targetScale'] as DenseNetwork['targetScale'],
  };
  checkLayers(network.layers, network.task);
  return network;
}

/** The forward pass, in double precision: no TensorFlow.js is needed to answer. */
export function predictor(state: EstimatorState): Predictor {
  const { task, layers, targetScale } = denseNetwork(state);
  const buffers = layers.map(({ units }) => new Float64Array(units));
  const last = buffers.at(-1)!;
  const oneSided = task === 'classification' && last.length === 1;
  const outputs = oneSided ? 2 : last.length;
  const { mean, std } = targetScale ?? { mean: 0, std: 1 };
  return kernelPredictor(layers[0]!.inputs, outputs, (x, out, at) => {
    let input = x;
    for (let i = 0; i < layers.length; i++) {
      const layer = layers[i]!;
      const output = buffers[i]!;
      forward(layer, input, output);
      activate(layer.activation, output);
      input = output;
    }
    if (oneSided) {
      out[at] = 1 - last[0]!;
      out[at + 1] = last[0]!;
    } else if (task === 'regression') {
      out[at] = last[0]! * std + mean;
    } else {
      out.set(last, at);
    }
  });
}

/** output = x·W + b, four inputs at a time so that each sum is loaded and stored once for four products. */
function forward(
  { inputs, units, weights, bias }: DenseLayer,
  x: Float64Array,
  output: Float64Array,
): void {
  for (let u = 0; u < units; u++) output[u] = bias[u]!;
  const whole = inputs & ~3;
  let i = 0;
  for (; i < whole; i += 4) {
    const x0 = x[i]!;
    const x1 = x[i + 1]!;
    const x2 = x[i + 2]!;
    const x3 = x[i + 3]!;
    const w0 = i * units;
    const w1 = w0 + units;
    const w2 = w1 + units;
    const w3 = w2 + units;
    for (let u = 0; u < units; u++) {
      output[u] =
        output[u]! +
        (x0 * weights[w0 + u]! +
          x1 * weights[w1 + u]! +
          (x2 * weights[w2 + u]! + x3 * weights[w3 + u]!));
    }
  }
  for (; i < inputs; i++) {
    for (let u = 0; u < units; u++) output[u] = output[u]! + x[i]! * weights[i * units + u]!;
  }
}

function checkLayers(layers: readonly DenseLayer[], task: DenseNetwork['task']): void {
  if (layers.length === 0) throw new RangeError('A network needs at least one layer.');
  for (const [i, layer] of layers.entries()) {
    const { inputs, units, weights, bias } = layer;
    if (weights?.length !== inputs * units || bias?.length !== units) {
      throw new RangeError(`Layer ${i} (${inputs} × ${units}) does not have the weights it needs.`);
    }
    if (i > 0 && layers[i - 1]!.units !== inputs) {
      throw new RangeError(`Layer ${i} takes ${inputs} values, but gets ${layers[i - 1]!.units}.`);
    }
  }
  const last = layers.at(-1)!;
  if (task === 'regression' && last.units !== 1) {
    throw new RangeError(`A regression has one output, not ${last.units}.`);
  }
}
