/**
 * Adds the gradient of the loss of rows [from, to) to `gradient` and returns that loss. `from` is a
 * multiple of 4.
 */
export type RowsLoss = (
  weights: Float64Array,
  gradient: Float64Array,
  from: number,
  to: number,
) => number;
