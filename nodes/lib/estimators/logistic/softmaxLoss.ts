import type { Matrix } from '../../matrix.ts';
import type { RowsLoss } from './rowsLoss.ts';

/** Rows and features are taken four at a time, so that each weight is loaded once for several products. */
const FOUR = 4;

/** Rows of the weights of a softmax model: one per feature, one for the intercept, zeros up to a multiple of four. */
export function paddedFeatures(columns: number): number {
  return (columns + 1 + FOUR - 1) & ~(FOUR - 1);
}

/**
 * The cross-entropy of a softmax model: Σ s_i·(log Σ_k exp z_ik − z_iy), z = x·W + b.
 *
 * The weights are row-major, paddedFeatures × classes: feature rows, then the intercepts at row
 * `x.columns`, then rows that stay 0. `rowWeights` are the s_i. Loss and gradient are added up row after
 * row in one order.
 */
export function softmaxLoss(
  x: Matrix,
  y: Float64Array,
  rowWeights: Float64Array,
  classes: number,
): RowsLoss {
  const features = paddedFeatures(x.columns);
  const rows = new Float64Array(FOUR * features);
  const scores = new Float64Array(FOUR * classes);
  return (weights, gradient, from, to) => {
    let loss = 0;
    for (let first = from; first < to; first += FOUR) {
      const count = Math.min(FOUR, to - first);
      loadRows(x, first, count, rows, features);
      scores.fill(0);
      addScores(rows, features, weights, scores, classes, 0);
      addScores(rows, features, weights, scores, classes, 2);
      for (let r = 0; r < FOUR; r++) {
        const at = r * classes;
        if (r < count) loss += residual(scores, at, classes, y[first + r]!, rowWeights[first + r]!);
        else scores.fill(0, at, at + classes);
      }
      addGradient(rows, features, scores, gradient, classes);
    }
    return loss;
  };
}

function loadRows(
  x: Matrix,
  first: number,
  count: number,
  rows: Float64Array,
  features: number,
): void {
  const { columns, data } = x;
  rows.fill(0);
  for (let r = 0; r < count; r++) {
    const from = (first + r) * columns;
    const to = r * features;
    for (let j = 0; j < columns; j++) rows[to + j] = data[from + j]!;
    rows[to + columns] = 1;
  }
}

/** scores += rows·weights for the two rows from `pair` on: four features by two rows in one pass. */
function addScores(
  rows: Float64Array,
  features: number,
  weights: Float64Array,
  scores: Float64Array,
  classes: number,
  pair: number,
): void {
  const a = pair * features;
  const b = a + features;
  const za = pair * classes;
  const zb = za + classes;
  for (let j = 0; j < features; j += FOUR) {
    const a0 = rows[a + j]!;
    const a1 = rows[a + j + 1]!;
    const a2 = rows[a + j + 2]!;
    const a3 = rows[a + j + 3]!;
    const b0 = rows[b + j]!;
    const b1 = rows[b + j + 1]!;
    const b2 = rows[b + j + 2]!;
    const b3 = rows[b + j + 3]!;
    const w0 = j * classes;
    const w1 = w0 + classes;
    const w2 = w1 + classes;
    const w3 = w2 + classes;
    for (let k = 0; k < classes; k++) {
      const p = weights[w0 + k]!;
      const q = weights[w1 + k]!;
      const s = weights[w2 + k]!;
      const t = weights[w3 + k]!;
      scores[za + k] = scores[za + k]! + (a0 * p + a1 * q + (a2 * s + a3 * t));
      scores[zb + k] = scores[zb + k]! + (b0 * p + b1 * q + (b2 * s + b3 * t));
    }
  }
}

/** Turns one row's scores into weight·(probability − truth) and returns weight·loss. */
function residual(
  scores: Float64Array,
  at: number,
  classes: number,
  truth: number,
  weight: number,
): number {
  let top = scores[at]!;
  for (let k = 1; k < classes; k++) if (scores[at + k]! > top) top = scores[at + k]!;
  const own = scores[at + truth]!;
  let sum = 0;
  for (let k = 0; k < classes; k++) {
    const share = Math.exp(scores[at + k]! - top);
    scores[at + k] = share;
    sum += share;
  }
  const factor = weight / sum;
  for (let k = 0; k < classes; k++) scores[at + k] = scores[at + k]! * factor;
  scores[at + truth] = scores[at + truth]! - weight;
  return weight * (Math.log(sum) + top - own);
}

/** gradient += rowsᵀ·residuals: four rows by two features in one pass. */
function addGradient(
  rows: Float64Array,
  features: number,
  residuals: Float64Array,
  gradient: Float64Array,
  classes: number,
): void {
  for (let j = 0; j < features; j += 2) {
    const a0 = rows[j]!;
    const a1 = rows[features + j]!;
    const a2 = rows[2 * features + j]!;
    const a3 = rows[3 * features + j]!;
    const b0 = rows[j + 1]!;
    const b1 = rows[features + j + 1]!;
    const b2 = rows[2 * features + j + 1]!;
    const b3 = rows[3 * features + j + 1]!;
    const ga = j * classes;
    const gb = ga + classes;
    for (let k = 0; k < classes; k++) {
      const p = residuals[k]!;
      const q = residuals[classes + k]!;
      const s = residuals[2 * classes + k]!;
      const t = residuals[3 * classes + k]!;
      gradient[ga + k] = gradient[ga + k]! + (a0 * p + a1 * q + (a2 * s + a3 * t));
      gradient[gb + k] = gradient[gb + k]! + (b0 * p + b1 * q + (b2 * s + b3 * t));
    }
  }
}
