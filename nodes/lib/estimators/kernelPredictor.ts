import { type Matrix, toFloat32 } from '../matrix.ts';
import type { Predictor } from './types.ts';

/** Reads one row of features from `x` and writes its outputs to `out`, starting at `at`. */
export type RowKernel = (x: Float64Array, out: Float64Array, at: number) => void;

/**
 * A predictor around one kernel. A row and a matrix go through the same rounding to Float32 and the same
 * kernel, so that both answers are equal to the bit by construction.
 *
 * The predictor reuses one buffer: it is not for use from two threads at once.
 * Throws RangeError where a row has another number of features than the model.
 */
export function kernelPredictor(inputs: number, outputs: number, kernel: RowKernel): Predictor {
  const row = new Float64Array(inputs);
  const answer = (x: ArrayLike<number>, from: number, out: Float64Array, at: number): void => {
    for (let j = 0; j < inputs; j++) row[j] = toFloat32(x[from + j]!);
    kernel(row, out, at);
  };
  return {
    outputs,
    predictRow(x, out) {
      checkWidth(x.length, inputs);
      answer(x, 0, out, 0);
    },
    predict(x: Matrix) {
      checkWidth(x.columns, inputs);
      const out = new Float64Array(x.rows * outputs);
      for (let i = 0; i < x.rows; i++) answer(x.data, i * inputs, out, i * outputs);
      return out;
    },
  };
}

function checkWidth(given: number, expected: number): void {
  if (given !== expected) {
    throw new RangeError(`The model takes ${expected} features, but the row has ${given}.`);
  }
}
