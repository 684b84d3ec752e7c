import { ExactSum } from '../exact/exactSum.ts';
import { mean, standardDeviation } from '../statistics/moments.ts';
import { type Interval, NORMAL_95 } from './interval.ts';
import { type Measured, measured, unmeasurable } from './measured.ts';

/*
 * Errors of predicted numbers. `actual` and `predicted` have equal lengths; sums are exact, so the order
 * of the rows does not matter.
 */

/** Root of the mean squared error, in the target's unit. */
export function rmse(actual: ArrayLike<number>, predicted: ArrayLike<number>): Measured {
  if (actual.length === 0) return unmeasurable('no-rows');
  return measured(Math.sqrt(mean(squaredErrors(actual, predicted))!));
}

/** Mean absolute error, in the target's unit. */
export function mae(actual: ArrayLike<number>, predicted: ArrayLike<number>): Measured {
  if (actual.length === 0) return unmeasurable('no-rows');
  return measured(mean(errors(actual, predicted, Math.abs))!);
}

/** 1 − Σ(y − ŷ)² / Σ(y − ȳ)²: 1 is perfect, 0 is no better than always saying the mean, below is worse. */
export function r2(actual: ArrayLike<number>, predicted: ArrayLike<number>): Measured {
  if (actual.length === 0) return unmeasurable('no-rows');
  const centre = mean(actual)!;
  const unexplained = new ExactSum();
  const total = new ExactSum();
  let constant = true;
  for (let i = 0; i < actual.length; i++) {
    const error = actual[i]! - predicted[i]!;
    const gap = actual[i]! - centre;
    unexplained.add(error * error);
    total.add(gap * gap);
    constant &&= actual[i] === actual[0];
  }
  if (constant || total.value() === 0) return unmeasurable('constant-target');
  return measured(1 - unexplained.value() / total.value());
}

/**
 * 95% interval of the RMSE: the squared errors' mean is taken as normal (central limit theorem) and the
 * ends go through the root. A few very large errors may take the lower end below 0: since no RMSE is below its
 * mean absolute error, it is cut at the lower end of that. Null with fewer than two rows.
 */
export function rmseInterval(
  actual: ArrayLike<number>,
  predicted: ArrayLike<number>,
  z = NORMAL_95,
): Interval | null {
  const raw = meanInterval(squaredErrors(actual, predicted), z);
  if (raw === null) return null;
  const least = maeInterval(actual, predicted, z)?.low ?? 0;
  return { low: Math.max(Math.sqrt(Math.max(0, raw.low)), least), high: Math.sqrt(raw.high) };
}

/** 95% interval of the mean absolute error, by the central limit theorem. Null with fewer than two rows. */
export function maeInterval(
  actual: ArrayLike<number>,
  predicted: ArrayLike<number>,
  z = NORMAL_95,
): Interval | null {
  const raw = meanInterval(errors(actual, predicted, Math.abs), z);
  return raw === null ? null : { low: Math.max(0, raw.low), high: raw.high };
}

function meanInterval(values: Float64Array, z: number): Interval | null {
  const spread = standardDeviation(values, 1);
  if (spread === null) return null;
  const half = (z * spread) / Math.sqrt(values.length);
  const centre = mean(values)!;
  if (!Number.isFinite(centre + half)) return null;
  return { low: centre - half, high: centre + half };
}

function squaredErrors(actual: ArrayLike<number>, predicted: ArrayLike<number>): Float64Array {
  return errors(actual, predicted, (error) => error * error);
}

function errors(
  actual: ArrayLike<number>,
  predicted: ArrayLike<number>,
  of: (error: number) => number,
): Float64Array {
  if (actual.length !== predicted.length) {
    throw new RangeError(
      `${actual.length} actual numbers, but ${predicted.length} predicted ones.`,
    );
  }
  const out = new Float64Array(actual.length);
  for (let i = 0; i < out.length; i++) out[i] = of(actual[i]! - predicted[i]!);
  return out;
}
