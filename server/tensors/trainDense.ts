import { createPacer } from '#nodes/lib/optimise/pacer.ts';
import type { DenseData, DenseSpec, DenseTrained, TensorsPort } from '#nodes/sdk/context.ts';
import type { Backend } from './backend.ts';
import { checkDense } from './checkDense.ts';
import { createDenseStep } from './dense/createDenseStep.ts';
import { trainedState } from './dense/trainedState.ts';
import { trainingLoop } from './train/trainingLoop.ts';

/**
 * Trains a dense network and returns it as plain arrays. The same spec, data, backend and processor give the
 * same bytes, whatever this process did before. `l2` adds l2 · Σ kernel² to what is minimised; the losses
 * told are of the rows alone. Losses: cross-entropy in nats, squared error.
 */
export async function trainDense(
  backend: Backend,
  spec: DenseSpec,
  train: DenseData,
  validation: DenseData | undefined,
  options: Parameters<TensorsPort['trainDense']>[3],
): Promise<DenseTrained> {
  const pacer = createPacer(options.signal);
  await checkDense(spec, train, pacer);
  const checked = validation && validation.x.rows > 0 ? validation : undefined;
  if (checked) await checkDense(spec, checked, pacer);
  const step = createDenseStep(backend, spec, train, checked);
  const { history, keptEpoch } = await trainingLoop(step, {
    ...spec,
    ...options,
    pacer,
    rows: train.x.rows,
    validationRows: checked?.x.rows ?? 0,
  });
  return {
    state: trainedState(spec, step.snapshot()),
    history,
    epochsRun: history.length,
    keptEpoch,
  };
}
