import { compareCodePoints } from '../statistics/mode.ts';

/** Rows and probabilities over one list of classes, ready for the metrics. */
export type AlignedClasses = {
  /** The model's classes in their order, then those that it never saw, in text order. */
  readonly classes: readonly string[];
  /** Indices into `classes`, one per row. */
  readonly actual: Int32Array;
  /** rows × classes: 0 for a class that the model does not know. */
  readonly probabilities: Float64Array;
  /** Classes among the rows that the model never saw; it cannot answer them and is held to that. */
  readonly unknown: readonly string[];
};

/**
 * Brings together a model that knows `modelClasses` and rows whose classes it may never have seen (a rare
 * class that fell whole into the test part). `probabilities` is rows × modelClasses, row-major.
 */
export function alignClasses(
  modelClasses: readonly string[],
  actual: readonly string[],
  probabilities: ArrayLike<number>,
): AlignedClasses {
  const known = new Set(modelClasses);
  const unknown = [...new Set(actual.filter((name) => !known.has(name)))].sort(compareCodePoints);
  const classes = [...modelClasses, ...unknown];
  const indexOf = new Map(classes.map((name, k) => [name, k]));
  return {
    classes,
    actual: Int32Array.from(actual, (name) => indexOf.get(name)!),
    probabilities: widen(probabilities, actual.length, modelClasses.length, classes.length),
    unknown,
  };
}

function widen(values: ArrayLike<number>, rows: number, from: number, to: number): Float64Array {
  const out = new Float64Array(rows * to);
  for (let i = 0; i < rows; i++) {
    for (let k = 0; k < from; k++) out[i * to + k] = values[i * from + k]!;
  }
  return out;
}
