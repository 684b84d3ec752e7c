import type { Matrix } from '../../matrix.ts';
import type { RowsLoss } from './rowsLoss.ts';

/**
 * The log loss of a two-class model: Σ s_i·(log(1 + exp z_i) − y_i·z_i), z = x·w + b, y being 0 or 1.
 *
 * The weights are one per feature and the intercept last: length x.columns + 1.
 */
export function binaryLoss(x: Matrix, y: Float64Array, rowWeights: Float64Array): RowsLoss {
  const scores = new Float64Array(4);
  return (weights, gradient, from, to) => {
    let loss = 0;
    for (let first = from; first < to; first += 4) {
      const count = Math.min(4, to - first);
      scoreRows(x, first, count, weights, scores);
      for (let r = 0; r < count; r++) {
        loss += residual(scores, r, y[first + r]!, rowWeights[first + r]!);
      }
      addGradient(x, first, count, scores, gradient);
    }
    return loss;
  };
}

function scoreRows(
  x: Matrix,
  first: number,
  count: number,
  weights: Float64Array,
  scores: Float64Array,
): void {
  const { columns, data } = x;
  const intercept = weights[columns]!;
  // Missing rows of the last block repeat its first one; their scores are not used.
  const at0 = first * columns;
  const at1 = count > 1 ? at0 + columns : at0;
  const at2 = count > 2 ? at1 + columns : at0;
  const at3 = count > 3 ? at2 + columns : at0;
  let s0 = intercept;
  let s1 = intercept;
  let s2 = intercept;
  let s3 = intercept;
  for (let j = 0; j < columns; j++) {
    const weight = weights[j]!;
    s0 += data[at0 + j]! * weight;
    s1 += data[at1 + j]! * weight;
    s2 += data[at2 + j]! * weight;
    s3 += data[at3 + j]! * weight;
  }
  scores[0] = s0;
  scores[1] = s1;
  scores[2] = s2;
  scores[3] = s3;
}

/** Turns one score into weight·(probability − truth) and returns weight·loss; no exponential overflows. */
function residual(scores: Float64Array, r: number, truth: number, weight: number): number {
  const score = scores[r]!;
  const small = Math.exp(-Math.abs(score));
  const probability = (score >= 0 ? 1 : small) / (1 + small);
  scores[r] = weight * (probability - truth);
  return weight * (Math.log1p(small) + Math.max(score, 0) - truth * score);
}

function addGradient(
  x: Matrix,
  first: number,
  count: number,
  residuals: Float64Array,
  gradient: Float64Array,
): void {
  const { columns, data } = x;
  for (let r = count; r < 4; r++) residuals[r] = 0;
  const r0 = residuals[0]!;
  const r1 = residuals[1]!;
  const r2 = residuals[2]!;
  const r3 = residuals[3]!;
  const at0 = first * columns;
  const at1 = count > 1 ? at0 + columns : at0;
  const at2 = count > 2 ? at1 + columns : at0;
  const at3 = count > 3 ? at2 + columns : at0;
  for (let j = 0; j < columns; j++) {
    gradient[j] =
      gradient[j]! +
      (r0 * data[at0 + j]! + r1 * data[at1 + j]! + (r2 * data[at2 + j]! + r3 * data[at3 + j]!));
  }
  gradient[columns] = gradient[columns]! + (r0 + r1 + (r2 + r3));
}
