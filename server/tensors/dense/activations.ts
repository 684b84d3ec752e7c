/**
 * Hidden-layer activations with their derivative, written from the activation's *output*: the backward pass
 * then needs nothing else kept.
 */
import type { Tensor2D } from '@tensorflow/tfjs-core';
import type { Tf } from '../backend.ts';

export interface Activation {
  readonly initialise: 'glorot' | 'he' | 'lecun';
  /** What the fused matrix product can apply by itself. */
  readonly fused: 'linear' | 'relu' | 'sigmoid' | 'elu';
  /** What remains to be applied to the fused product's result. */
  readonly rest?: (tf: Tf, z: Tensor2D) => Tensor2D;
  /** From ∂loss/∂output and the output to ∂loss/∂input. */
  readonly backward: (tf: Tf, gradient: Tensor2D, output: Tensor2D) => Tensor2D;
}

/** Klambauer et al. 2017. */
const SELU_SCALE = 1.0507009873554805;
const SELU_ALPHA_SCALE = 1.7580993408473768;

const activations: { readonly [name: string]: Activation } = {
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
  selu: {
    initialise: 'lecun',
    fused: 'linear',
    rest: (tf, z) => tf.selu(z),
    // scale above zero, scale · α · e^z = output + scale · α below.
    backward: (tf, gradient, output) => {
      const below = tf.add(output, SELU_ALPHA_SCALE);
      return tf.mul(gradient, tf.where(tf.greater(output, 0), SELU_SCALE, below));
    },
  },
};

export const activationNames: readonly string[] = Object.keys(activations);

export function activationOf(name: string): Activation {
  if (!Object.hasOwn(activations, name)) {
    throw new RangeError(`There is no activation ${name}: ${activationNames.join(', ')}.`);
  }
  return activations[name]!;
}
