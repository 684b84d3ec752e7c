/** A sorted copy, smallest first. */
export function sorted(values: ArrayLike<number>): Float64Array {
  return Float64Array.from(values).sort();
}

/**
 * The q-quantile (0 ≤ q ≤ 1) with linear interpolation: Hyndman & Fan's type 7, the default of R, NumPy
 * and DuckDB's quantile_cont. Null for an empty list.
 */
export function quantile(values: ArrayLike<number>, q: number): number | null {
  return quantileOfSorted(sorted(values), q);
}

/** As `quantile`, for numbers already in rising order: one sort serves many quantiles. */
export function quantileOfSorted(ascending: ArrayLike<number>, q: number): number | null {
  if (!(q >= 0 && q <= 1)) throw new RangeError(`A quantile lies between 0 and 1, not ${q}.`);
  if (ascending.length === 0) return null;
  const position = q * (ascending.length - 1);
  const below = Math.floor(position);
  const low = ascending[below]!;
  const high = ascending[Math.min(below + 1, ascending.length - 1)]!;
  const share = position - below;
  // A weighted sum rather than low + share·(high − low): the difference can overflow.
  return low === high || share === 0 ? low : low * (1 - share) + high * share;
}

/** The middle number, or the mean of the two middle ones; null for an empty list. */
export function median(values: ArrayLike<number>): number | null {
  return quantile(values, 0.5);
}
