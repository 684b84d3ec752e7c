import { ExactSum } from '../exact/exactSum.ts';
import { mostLikely } from './confusion.ts';
import { type Measured, measured, unmeasurable } from './measured.ts';

/** Rows whose score lies in (from, to], the first bin holding 0 as well. */
export type CalibrationBin = {
  readonly from: number;
  readonly to: number;
  readonly n: number;
  /** Mean score, and the share of rows where it came true; null in an empty bin. */
  readonly score: number | null;
  readonly observed: number | null;
};

/**
 * Equal-width bins of scores in [0, 1] against what happened: `happened[i]` is 1 or 0.
 * Closed on the right, as scikit-learn's calibration_curve.
 */
export function calibrationBins(
  happened: ArrayLike<number>,
  scores: ArrayLike<number>,
  bins = 10,
): CalibrationBin[] {
  const counts = new Float64Array(bins);
  const hits = new Float64Array(bins);
  const sums = Array.from({ length: bins }, () => new ExactSum());
  for (let i = 0; i < scores.length; i++) {
    const bin = binOf(scores[i]!, bins);
    counts[bin] = counts[bin]! + 1;
    hits[bin] = hits[bin]! + happened[i]!;
    sums[bin]!.add(scores[i]!);
  }
  return sums.map((sum, b) => {
    const n = counts[b]!;
    return {
      from: b / bins,
      to: (b + 1) / bins,
      n,
      score: n === 0 ? null : sum.value() / n,
      observed: n === 0 ? null : hits[b]! / n,
    };
  });
}

/**
 * Expected calibration error (Guo et al. 2017): Σ (n_b / n)·|accuracy_b − confidence_b| over equal-width
 * bins of confidence, the probability of the answered (most likely) class.
 */
export function expectedCalibrationError(
  actual: ArrayLike<number>,
  probabilities: ArrayLike<number>,
  classes: number,
  bins = 10,
): Measured {
  const n = actual.length;
  if (n === 0) return unmeasurable('no-rows');
  const answers = mostLikely(probabilities, classes);
  const right = new Float64Array(n);
  const confidence = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    right[i] = answers[i] === actual[i] ? 1 : 0;
    confidence[i] = probabilities[i * classes + answers[i]!]!;
  }
  const error = new ExactSum();
  for (const bin of calibrationBins(right, confidence, bins)) {
    if (bin.n > 0) error.add((bin.n / n) * Math.abs(bin.observed! - bin.score!));
  }
  return measured(error.value());
}

function binOf(score: number, bins: number): number {
  // Compared with the edges themselves: score × bins may round across one.
  let bin = Math.min(bins - 1, Math.max(0, Math.ceil(score * bins) - 1));
  while (bin > 0 && score <= bin / bins) bin--;
  while (bin < bins - 1 && score > (bin + 1) / bins) bin++;
  return bin;
}
