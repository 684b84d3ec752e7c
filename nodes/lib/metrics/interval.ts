/** A confidence interval, both ends included. */
export type Interval = { readonly low: number; readonly high: number };

/** The standard normal's 97.5% quantile: two-sided 95% intervals. */
export const NORMAL_95 = 1.959963984540054;

/**
 * Wilson's score interval of a share (Wilson 1927): honest for few rows and near 0 and 1, where the
 * plain normal interval is not. Null for no rows.
 */
export function wilson(successes: number, n: number, z = NORMAL_95): Interval | null {
  if (n === 0) return null;
  const share = successes / n;
  const z2 = z * z;
  const centre = (share + z2 / (2 * n)) / (1 + z2 / n);
  const half = (z / (1 + z2 / n)) * Math.sqrt((share * (1 - share)) / n + z2 / (4 * n * n));
  // At the ends the formula gives 0 and 1 up to rounding; say so exactly.
  return {
    low: successes === 0 ? 0 : Math.max(0, centre - half),
    high: successes === n ? 1 : Math.min(1, centre + half),
  };
}
