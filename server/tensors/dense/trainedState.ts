import { denseState } from '#nodes/lib/estimators/dense.ts';
import type { EstimatorState } from '#nodes/lib/estimators/types.ts';
import type { DenseSpec } from '#nodes/sdk/context.ts';
import { biasOf, kernelOf, layoutOf } from './layout.ts';

/** What was learned, as the predictor in nodes/lib reads it. Copies, so that nothing is shared. */
export function trainedState(spec: DenseSpec, parameters: Float32Array): EstimatorState {
  const { layers } = layoutOf(spec);
  const last = layers.length - 1;
  return denseState({
    task: spec.task,
    layers: layers.map((layer, index) => ({
      inputs: layer.inputs,
      units: layer.units,
      activation: index < last ? layer.activation : answerOf(spec),
      weights: kernelOf(parameters, layer).slice(),
      bias: biasOf(parameters, layer).slice(),
    })),
  });
}

/** Training ends in logits; an answer is a probability, or the number itself. */
function answerOf({ task, outputs }: DenseSpec): 'linear' | 'sigmoid' | 'softmax' {
  if (task === 'regression') return 'linear';
  return outputs === 1 ? 'sigmoid' : 'softmax';
}
