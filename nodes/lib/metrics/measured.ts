/**
 * A figure that may not exist for the rows at hand. Absence is stated with its reason; it is never NaN
 * and never 0, which would read as "very bad".
 */
export type Measured =
  | { readonly value: number; readonly reason: null }
  | { readonly value: null; readonly reason: Unmeasurable };

export type Unmeasurable =
  /** There is no row to measure on. */
  | 'no-rows'
  /** Needs rows of at least two classes, and all rows are of one. */
  | 'one-class'
  /** No row is of this class. */
  | 'class-absent'
  /** The model never answered this class. */
  | 'class-never-predicted'
  /** The target has the same value in every row, so there is no variance to explain. */
  | 'constant-target'
  /** The numbers are too large: the figure is beyond what a number can hold. */
  | 'overflow';

/** A figure that exists, unless its computation left the range of numbers. */
export function measured(value: number): Measured {
  return Number.isFinite(value) ? { value, reason: null } : unmeasurable('overflow');
}

export function unmeasurable(reason: Unmeasurable): Measured {
  return { value: null, reason };
}
