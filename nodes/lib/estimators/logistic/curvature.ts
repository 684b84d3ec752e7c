import type { Matrix } from '../../matrix.ts';
import { sigmoid, softmax } from '../softmax.ts';

/**
 * The curvature of the log loss by each score: s_i·p_ik·(1 − p_ik) for every row i and score k, s_i being
 * the row's weight. One array per score; with one score p_i is the logistic function of it.
 * `weights` is laid out as feature rows × scores, the intercepts' row after the features.
 */
export function curvatures(
  x: Matrix,
  rowWeights: Float64Array,
  weights: Float64Array,
  scores: number,
): Float64Array[] {
  const { rows, columns, data } = x;
  const out = Array.from({ length: scores }, () => new Float64Array(rows));
  const row = new Float64Array(scores);
  for (let i = 0; i < rows; i++) {
    for (let k = 0; k < scores; k++) row[k] = weights[columns * scores + k]!;
    for (let j = 0; j < columns; j++) {
      const value = data[i * columns + j]!;
      for (let k = 0; k < scores; k++) row[k] = row[k]! + value * weights[j * scores + k]!;
    }
    if (scores === 1) row[0] = sigmoid(row[0]!);
    else softmax(row);
    for (let k = 0; k < scores; k++) out[k]![i] = rowWeights[i]! * row[k]! * (1 - row[k]!);
  }
  return out;
}
