/**
 * `value` rounded to `digits` significant decimal digits (1 to 100), 9 unless told otherwise: what is
 * kept of a fitted statistic, so that a last-bit difference between engines does not change a state.
 * Zero loses its sign; NaN and infinities are returned as they are.
 */
export function significant(value: number, digits = 9): number {
  if (!Number.isFinite(value)) return value;
  return Number(value.toPrecision(digits)) + 0;
}
