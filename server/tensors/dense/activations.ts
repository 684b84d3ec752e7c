/**
 * Hidden-layer activations with their derivative, written from the activation's *output*: the backward pass
 * then needs nothing else kept.
 */
import type { Tensor2D } from '@tensorflow/tfjs-core';
import type { Activation as PredictorActivation } from '#nodes/lib/estimators/dense/activation.ts';
import type { Tf } from '../backend.ts';

export interface Activation {
  readonly initialise: 'glorot' | 'he';
  /** What the fused matrix product can apply by itself. */
  readonly fused: 'linear' | 'relu' | 'sigmoid' | 'elu';
  /** What remains to be applied to the fused product's result. */
  readonly rest?: (tf: Tf, z: Tensor2D) => Tensor2D;
  /** From ∂loss/∂output and the output to ∂loss/∂input. */
  readonly backward: (tf: Tf, gradient: Tensor2D, output: Tensor2D) => Tensor2D;
}

/** Those that the predictor in nodes/lib answers for; its softmax belongs to the loss here. */
export type ActivationName = Exclude<PredictorActivation, 'softmax'>;

const activations: { readonly [name in ActivationName]: Activation } = {
  linear: { initialise: 'glorot', fused: 'linear', backward: (_tf, gradient) => gradient },
  relu: {
    initialise: 'he',
    fused: 'relu',
    backward: (tf, gradient, output) => tf.mul(gradient, tf.step(output)),
  },
  sigmoid: {
    initialise: 'glorot',
    fused: 'sigmoid',
    // s (1 − s)
    backward: (tf, gradient, output) => tf.mul(gradient, tf.mul(output, tf.sub(1, output))),
  },
  tanh: {
    initialise: 'glorot',
    fused: 'linear',
    rest: (tf, z) => tf.tanh(z),
    // 1 − t²
    backward: (tf, gradient, output) => tf.mul(gradient, tf.sub(1, tf.square(output))),
  },
  elu: {
    initialise: 'he',
    fused: 'elu',
    // 1 above zero, e^z = output + 1 below: the smaller of the two everywhere.
    backward: (tf, gradient, output) => tf.mul(gradient, tf.minimum(1, tf.add(output, 1))),
  },
};

export const activationNames: readonly string[] = Object.keys(activations);

/** Throws RangeError where there is no activation of that name. */
export function activationName(name: string): ActivationName {
  if (Object.hasOwn(activations, name)) return name as ActivationName;
  throw new RangeError(`There is no activation ${name}: ${activationNames.join(', ')}.`);
}

export const activationOf = (name: ActivationName): Activation => activations[name];
