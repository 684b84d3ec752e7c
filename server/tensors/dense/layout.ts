/** Where each layer's parameters stand in one flat array. */
import type { DenseSpec } from '#nodes/sdk/context.ts';
import { activationName, type ActivationName } from './activations.ts';

export interface Layer {
  readonly inputs: number;
  readonly units: number;
  readonly activation: ActivationName;
  /** Share of its outputs set to zero in training. */
  readonly dropout: number;
  /** inputs × units, row-major, at [kernel, bias) of the flat array; `units` biases at [bias, end). */
  readonly kernel: number;
  readonly bias: number;
  readonly end: number;
}

export interface Layout {
  /** Hidden layers and, last, the output layer, whose activation is linear: losses start from logits. */
  readonly layers: readonly Layer[];
  readonly size: number;
}

export function layoutOf(spec: Pick<DenseSpec, 'inputs' | 'outputs' | 'layers'>): Layout {
  const layers: Layer[] = [];
  let inputs = spec.inputs;
  let at = 0;
  for (const { units, activation, dropout } of [
    ...spec.layers,
    { units: spec.outputs, activation: 'linear', dropout: 0 },
  ]) {
    const bias = at + inputs * units;
    const end = bias + units;
    layers.push({
      inputs,
      units,
      activation: activationName(activation),
      dropout,
      kernel: at,
      bias,
      end,
    });
    inputs = units;
    at = end;
  }
  return { layers, size: at };
}

/** Views, not copies: writing to one writes to the flat array. */
export function kernelOf(flat: Float32Array, layer: Layer): Float32Array {
  return flat.subarray(layer.kernel, layer.bias);
}

export function biasOf(flat: Float32Array, layer: Layer): Float32Array {
  return flat.subarray(layer.bias, layer.end);
}
