import type { DenseData, DenseSpec } from '#nodes/sdk/context.ts';
import type { Backend } from '../backend.ts';
import { gatherRows, gatherValues } from '../train/gather.ts';
import { lossOf } from '../train/losses.ts';
import { createOptimizer } from '../train/optimizers.ts';
import { rowWeights } from '../train/rowWeights.ts';
import type { TrainStep } from '../train/trainStep.ts';
import { dropoutMasks } from './dropout.ts';
import { initialParameters } from './initialise.ts';
import { kernelOf, layoutOf } from './layout.ts';
import { backward, forward } from './network.ts';
import { rowsPerSlice } from './slices.ts';

/**
 * A dense network in training on one backend.
 *
 * Parameters, gradient and the optimiser's moments live in JavaScript arrays; only one slice of rows and the
 * layers' activations are ever in the backend. So the peak beside the caller's data is some eight times the
 * parameters plus one slice (at most 64 MB, see slices.ts), whatever the number of rows.
 */
export function createDenseStep(
  backend: Backend,
  spec: DenseSpec,
  train: DenseData,
  validation: DenseData | undefined,
): TrainStep {
  const { layers, size } = layoutOf(spec);
  const parameters = initialParameters({ layers, size }, spec.seed);
  const gradient = new Float32Array(size);
  const optimize = createOptimizer(spec.optimizer, spec.learningRate, size);
  const loss = lossOf(spec);
  const masks = layers.map(({ dropout }, index) =>
    dropout > 0 ? dropoutMasks(dropout, spec.seed, index) : undefined,
  );
  const { sliceRows, evaluateRows } = rowsPerSlice(layers, backend.sliceFlops);
  const training = createReader(train, spec);
  const validating = validation && createReader(validation, spec);

  return {
    sliceRows,
    evaluateRows,
    accumulate(rows, batchRows) {
      return backend.run((tf) => {
        const batch = training(rows);
        const trace = forward(tf, layers, parameters, tf.tensor2d(batch.x, batch.shape), masks);
        const output = trace.outputs.at(-1)!;
        const logits = output.dataSync<'float32'>();
        const outputGradient = new Float32Array(logits.length);
        const sum = loss({ ...batch, logits }, 1 / batchRows, outputGradient);
        const d = tf.tensor2d(outputGradient, output.shape);
        backward(tf, layers, trace, d, gradient, backend.transposeFirst);
        return sum;
      });
    },
    update() {
      for (const layer of spec.l2 > 0 ? layers : []) {
        const [decay, kernel] = [kernelOf(gradient, layer), kernelOf(parameters, layer)];
        for (let i = 0; i < decay.length; i++) decay[i]! += 2 * spec.l2 * kernel[i]!;
      }
      optimize(parameters, gradient);
      gradient.fill(0);
    },
    evaluate(from, to) {
      if (!validating) return 0;
      const rows = Int32Array.from({ length: to - from }, (_, i) => from + i);
      return backend.run((tf) => {
        const batch = validating(rows);
        const trace = forward(tf, layers, parameters, tf.tensor2d(batch.x, batch.shape));
        return loss({ ...batch, logits: trace.outputs.at(-1)!.dataSync<'float32'>() }, 1);
      });
    },
    isFinite: () => parameters.every((value) => Number.isFinite(value)),
    snapshot: () => parameters.slice(),
    restore: (saved) => parameters.set(saved),
  };
}

/** Reads chosen rows into buffers that the next call reuses. */
function createReader(data: DenseData, spec: DenseSpec) {
  const { columns } = data.x;
  const weights = rowWeights(data, spec.classWeights);
  let x = new Float32Array(0);
  let [targets, importance] = [new Float64Array(0), new Float64Array(0)];
  return (rows: Int32Array) => {
    if (targets.length < rows.length) {
      x = new Float32Array(rows.length * columns);
      targets = new Float64Array(rows.length);
      if (weights) importance = new Float64Array(rows.length);
    }
    return {
      rows: rows.length,
      shape: [rows.length, columns] as [number, number],
      x: gatherRows(data.x, rows, x),
      targets: gatherValues(data.y, rows, targets),
      weights: weights && gatherValues(weights, rows, importance),
    };
  };
}
