/**
 * Losses from logits, in double precision: the last layer is small, so JavaScript is faster here than ten
 * kernel calls, and stable forms (log-sum-exp) are exact where composed Float32 ones underflow.
 */
import type { DenseSpec } from '#nodes/sdk/context.ts';

export interface LossRows {
  /** Row-major, rows × width. */
  readonly logits: Float32Array;
  /** Class index, or the number to be met. */
  readonly targets: Float64Array;
  readonly weights: Float64Array | undefined;
  readonly rows: number;
}

/**
 * Returns Σ weight · loss over the rows. Where `gradient` is given it receives
 * scale · weight · ∂loss/∂logit, in the shape of the logits.
 */
export type Loss = (batch: LossRows, scale: number, gradient?: Float32Array) => number;

/** Cross-entropy for a classification (one logit: of class 1 against class 0), squared error otherwise. */
export function lossOf(spec: Pick<DenseSpec, 'task' | 'outputs'>): Loss {
  if (spec.task === 'regression') return squaredError(spec.outputs);
  return spec.outputs === 1 ? binaryCrossEntropy : softmaxCrossEntropy(spec.outputs);
}

function squaredError(width: number): Loss {
  if (width !== 1) throw new RangeError(`A regression has one output, not ${width}.`);
  return ({ logits, targets, weights, rows }, scale, gradient) => {
    let sum = 0;
    for (let i = 0; i < rows; i++) {
      const weight = weights ? weights[i]! : 1;
      const error = logits[i]! - targets[i]!;
      sum += weight * error * error;
      if (gradient) gradient[i] = 2 * scale * weight * error;
    }
    return sum;
  };
}

/** −ln σ(z) for class 1 and −ln σ(−z) for class 0, as max(z, 0) − z·y + ln(1 + e^−|z|). */
function binaryCrossEntropy(
  { logits, targets, weights, rows }: LossRows,
  scale: number,
  gradient?: Float32Array,
): number {
  let sum = 0;
  for (let i = 0; i < rows; i++) {
    const weight = weights ? weights[i]! : 1;
    const z = logits[i]!;
    const decay = Math.exp(-Math.abs(z));
    sum += weight * (Math.max(z, 0) - z * targets[i]! + Math.log1p(decay));
    const probability = (z >= 0 ? 1 : decay) / (1 + decay);
    if (gradient) gradient[i] = scale * weight * (probability - targets[i]!);
  }
  return sum;
}

/** ln Σ e^z − z of the true class, the largest logit subtracted first. */
function softmaxCrossEntropy(width: number): Loss {
  const powers = new Float64Array(width);
  return ({ logits, targets, weights, rows }, scale, gradient) => {
    let sum = 0;
    for (let i = 0; i < rows; i++) {
      const at = i * width;
      const weight = weights ? weights[i]! : 1;
      const target = targets[i]!;
      // Not a comparison with −∞: a NaN among the logits must come out as NaN.
      let largest = logits[at]!;
      for (let k = 1; k < width; k++) largest = Math.max(largest, logits[at + k]!);
      let total = 0;
      for (let k = 0; k < width; k++) total += powers[k] = Math.exp(logits[at + k]! - largest);
      sum += weight * (Math.log(total) + largest - logits[at + target]!);
      if (!gradient) continue;
      for (let k = 0; k < width; k++) {
        gradient[at + k] = scale * weight * (powers[k]! / total - (k === target ? 1 : 0));
      }
    }
    return sum;
  };
}
