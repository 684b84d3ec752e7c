import { exactSum, ExactSum } from '../exact/exactSum.ts';

/*
 * Moments of a list of finite numbers (missing values left out by the caller). Every sum is exact, so
 * the order of the numbers does not change the result. `null` means "not defined for so few numbers".
 */

/** Arithmetic mean; null for an empty list. */
export function mean(values: ArrayLike<number>): number | null {
  const n = values.length;
  if (n === 0) return null;
  const total = exactSum(values);
  if (Number.isFinite(total)) return total / n;
  // The sum overflows although the mean does not: add up the n-th parts instead.
  const parts = new ExactSum();
  for (let i = 0; i < n; i++) parts.add(values[i]! / n);
  return parts.value();
}

/**
 * Σ(x − mean)² / (n − ddof). `ddof` 0 is the variance of these numbers, 1 estimates that of the
 * population they come from. Null where n ≤ ddof.
 */
export function variance(values: ArrayLike<number>, ddof = 0): number | null {
  const deviation = standardDeviation(values, ddof);
  return deviation === null ? null : centralMoment(values, 2, ddof);
}

/** √variance; null where n ≤ ddof. Finite for any finite numbers, where the variance may overflow. */
export function standardDeviation(values: ArrayLike<number>, ddof = 0): number | null {
  if (values.length <= ddof || values.length === 0) return null;
  const scale = magnitude(values) > 1e150 ? 2 ** -520 : 1;
  const scaled = scale === 1 ? values : Float64Array.from(values, (value) => value * scale);
  return Math.sqrt(centralMoment(scaled, 2, ddof)) / scale;
}

/**
 * Fisher–Pearson skewness m₃ / m₂^{3/2} (biased, as SciPy's default). Null for an empty list or one
 * whose numbers are all equal.
 */
export function skewness(values: ArrayLike<number>): number | null {
  if (values.length === 0) return null;
  const second = centralMoment(values, 2, 0);
  if (second === 0) return null;
  const ratio = centralMoment(values, 3, 0) / second ** 1.5;
  return Number.isFinite(ratio) ? ratio : null;
}

function centralMoment(values: ArrayLike<number>, power: 2 | 3, ddof: number): number {
  const centre = mean(values) ?? 0;
  const sum = new ExactSum();
  for (let i = 0; i < values.length; i++) {
    const gap = values[i]! - centre;
    sum.add(power === 2 ? gap * gap : gap * gap * gap);
  }
  return sum.value() / (values.length - ddof);
}

function magnitude(values: ArrayLike<number>): number {
  let largest = 0;
  for (let i = 0; i < values.length; i++) largest = Math.max(largest, Math.abs(values[i]!));
  return largest;
}
