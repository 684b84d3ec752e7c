/** Scores of the positive and of the other rows, each in rising order: all that ranking metrics need. */
export type Ranking = { readonly positive: Float64Array; readonly negative: Float64Array };

/** Splits scores by class and sorts them. `isPositive(i)` tells whether row i is of the positive class. */
export function ranking(scores: ArrayLike<number>, isPositive: (row: number) => boolean): Ranking {
  const positive = new Float64Array(scores.length);
  const negative = new Float64Array(scores.length);
  let positives = 0;
  let negatives = 0;
  for (let i = 0; i < scores.length; i++) {
    if (isPositive(i)) positive[positives++] = scores[i]!;
    else negative[negatives++] = scores[i]!;
  }
  return {
    positive: positive.subarray(0, positives).sort(),
    negative: negative.subarray(0, negatives).sort(),
  };
}

/**
 * For each of `of`, the share of `among` that is smaller, equal ones counting half. Both in rising order.
 * These are the placements of Hanley & McNeil and of DeLong et al.
 */
export function placements(of: Float64Array, among: Float64Array): Float64Array {
  const out = new Float64Array(of.length);
  let smaller = 0;
  let notLarger = 0;
  for (let i = 0; i < of.length; i++) {
    const score = of[i]!;
    while (smaller < among.length && among[smaller]! < score) smaller++;
    notLarger = Math.max(notLarger, smaller);
    while (notLarger < among.length && score === among[notLarger]) notLarger++;
    out[i] = (smaller + notLarger) / 2 / among.length;
  }
  return out;
}
