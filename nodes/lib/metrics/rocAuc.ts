import { ExactSum } from '../exact/exactSum.ts';
import { mean, variance } from '../statistics/moments.ts';
import { type Interval, NORMAL_95 } from './interval.ts';
import { type Measured, measured, unmeasurable } from './measured.ts';
import { placements, ranking } from './ranking.ts';

/**
 * Area under the ROC curve of one class against the others: P(score⁺ > score⁻) + ½·P(equal).
 *
 * @param isPositive 1 where the row is of the class, else 0. @param scores same length; higher means likelier.
 */
export function rocAuc(isPositive: ArrayLike<number>, scores: ArrayLike<number>): Measured {
  const { positive, negative } = ranking(scores, (row) => isPositive[row] === 1);
  const missing = absence(positive.length, negative.length);
  return missing ?? measured(mean(placements(positive, negative))!);
}

/**
 * 95% interval of the area by DeLong's variance (DeLong, DeLong & Clarke-Pearson 1988), cut to [0, 1].
 * Null with fewer than two rows on either side, where there is no variance to speak of.
 */
export function rocAucInterval(
  isPositive: ArrayLike<number>,
  scores: ArrayLike<number>,
  z = NORMAL_95,
): Interval | null {
  const { positive, negative } = ranking(scores, (row) => isPositive[row] === 1);
  const above = placements(positive, negative);
  const below = placements(negative, positive);
  const spreadAbove = variance(above, 1);
  const spreadBelow = variance(below, 1);
  if (spreadAbove === null || spreadBelow === null) return null;
  const error = Math.sqrt(spreadAbove / above.length + spreadBelow / below.length);
  const area = mean(above)!;
  return { low: Math.max(0, area - z * error), high: Math.min(1, area + z * error) };
}

/** The area of each class against the rest, in class order. `probabilities` is rows × classes. */
export function rocAucByClass(
  actual: ArrayLike<number>,
  probabilities: ArrayLike<number>,
  classes: number,
): Measured[] {
  const scores = new Float64Array(actual.length);
  return Array.from({ length: classes }, (_, k) => {
    for (let i = 0; i < scores.length; i++) scores[i] = probabilities[i * classes + k]!;
    const { positive, negative } = ranking(scores, (row) => actual[row] === k);
    const missing = absence(positive.length, negative.length);
    return missing ?? measured(mean(placements(positive, negative))!);
  });
}

/**
 * The unweighted mean of `rocAucByClass` over the classes that occur among the rows (one against the
 * rest, as scikit-learn's multi_class='ovr', average='macro'). The classes left out are for the caller
 * to state.
 */
export function rocAucMacro(byClass: readonly Measured[]): Measured {
  const sum = new ExactSum();
  let n = 0;
  for (const { value } of byClass) {
    if (value === null) continue;
    sum.add(value);
    n++;
  }
  if (n > 0) return measured(sum.value() / n);
  const noRows = byClass.every((each) => each.reason === 'no-rows');
  return unmeasurable(noRows ? 'no-rows' : 'one-class');
}

function absence(positives: number, negatives: number): Measured | null {
  if (positives + negatives === 0) return unmeasurable('no-rows');
  if (positives === 0) return unmeasurable('class-absent');
  return negatives === 0 ? unmeasurable('one-class') : null;
}
