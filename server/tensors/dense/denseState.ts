import type { EstimatorState } from '#nodes/lib/estimators/types.ts';
import type { DenseSpec } from '#nodes/sdk/context.ts';
import { biasOf, kernelOf, layoutOf } from './layout.ts';

/** What a dense network learned, as its predictor in nodes/lib reads it. Copies, so that nothing is shared. */
export function denseState(spec: DenseSpec, parameters: Float32Array): EstimatorState {
  const { layers } = layoutOf(spec);
  const arrays: Record<string, Float32Array> = {};
  for (const [index, layer] of layers.entries()) {
    arrays[`kernel${index}`] = kernelOf(parameters, layer).slice();
    arrays[`bias${index}`] = biasOf(parameters, layer).slice();
  }
  return {
    kind: 'dense',
    json: {
      task: spec.task,
      inputs: spec.inputs,
      outputs: spec.outputs,
      layers: spec.layers.map(({ units, activation }) => ({ units, activation })),
    },
    arrays,
  };
}
