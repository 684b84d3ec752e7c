import { ExactSum } from '../exact/exactSum.ts';
import { type Measured, measured, unmeasurable } from './measured.ts';

/*
 * Scores of probabilities. `actual` holds class indices (length rows), `probabilities` is row-major,
 * rows × classes. Lower is better.
 */

/** The distance of 1 to the next double: probabilities are kept this far from 0 and 1, as scikit-learn does. */
const EPSILON = Number.EPSILON;

/** −mean ln p(actual class), in nats, p clipped to [ε, 1 − ε] with ε = 2⁻⁵². */
export function logLoss(
  actual: ArrayLike<number>,
  probabilities: ArrayLike<number>,
  classes: number,
): Measured {
  if (actual.length === 0) return unmeasurable('no-rows');
  const sum = new ExactSum();
  for (let i = 0; i < actual.length; i++) {
    const p = probabilities[i * classes + actual[i]!]!;
    sum.add(-Math.log(Math.min(1 - EPSILON, Math.max(EPSILON, p))));
  }
  return measured(sum.value() / actual.length);
}

/**
 * Brier score. Two classes: mean (p − y)² of one class, from 0 to 1. More classes: the mean over rows of
 * Σ over classes of (p − y)², from 0 to 2. Scaled as scikit-learn's brier_score_loss.
 */
export function brier(
  actual: ArrayLike<number>,
  probabilities: ArrayLike<number>,
  classes: number,
): Measured {
  if (actual.length === 0) return unmeasurable('no-rows');
  const sum = new ExactSum();
  for (let i = 0; i < actual.length; i++) {
    for (let k = 0; k < classes; k++) {
      const gap = probabilities[i * classes + k]! - (actual[i] === k ? 1 : 0);
      sum.add(gap * gap);
    }
  }
  return measured(sum.value() / actual.length / (classes <= 2 ? 2 : 1));
}
