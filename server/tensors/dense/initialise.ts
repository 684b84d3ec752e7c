import { createRandom } from '#nodes/lib/random/random.ts';
import { hashSeed } from '#nodes/lib/random/hashSeed.ts';
import { activationOf } from './activations.ts';
import { kernelOf, type Layer, type Layout } from './layout.ts';

/**
 * Parameters before training: biases 0, kernels uniform with the variance that keeps signals from fading or
 * growing through the layer's activation. A stream of its own for each layer: equal layers start different,
 * and adding a layer changes no other.
 *
 * Glorot & Bengio 2010: variance 2 / (inputs + units). He et al. 2015, for units that are off half of the
 * time: 2 / inputs.
 */
export function initialParameters(layout: Layout, seed: number): Float32Array {
  const parameters = new Float32Array(layout.size);
  for (const [index, layer] of layout.layers.entries()) {
    const random = createRandom(hashSeed(seed, 'kernel', index));
    const limit = Math.sqrt(3 * variance(layer));
    const kernel = kernelOf(parameters, layer);
    for (let i = 0; i < kernel.length; i++) kernel[i] = (2 * random.uniform() - 1) * limit;
  }
  return parameters;
}

function variance({ inputs, units, activation }: Layer): number {
  return activationOf(activation).initialise === 'he' ? 2 / inputs : 2 / (inputs + units);
}
