/**
 * Counts by actual class (row) and predicted class (column), row-major: `counts[a * classes + p]`.
 * All metrics that need only hard answers are computed from it.
 */
export type Confusion = {
  readonly classes: number;
  readonly n: number;
  readonly counts: Float64Array;
};

/**
 * @param actual class index of each row. @param predicted class index answered, same length.
 * Throws RangeError where the lengths differ or an index is not a class.
 */
export function confusion(
  actual: ArrayLike<number>,
  predicted: ArrayLike<number>,
  classes: number,
): Confusion {
  if (actual.length !== predicted.length) {
    throw new RangeError(
      `${actual.length} actual classes, but ${predicted.length} predicted ones.`,
    );
  }
  const counts = new Float64Array(classes * classes);
  for (let i = 0; i < actual.length; i++) {
    const row = actual[i]!;
    const column = predicted[i]!;
    if (!isClass(row, classes) || !isClass(column, classes)) {
      throw new RangeError(
        `Row ${i} has class ${row} and answer ${column}, of ${classes} classes.`,
      );
    }
    const cell = row * classes + column;
    counts[cell] = counts[cell]! + 1;
  }
  return { classes, n: actual.length, counts };
}

/** The matrix as nested lists, for a report. */
export function confusionRows({ classes, counts }: Confusion): number[][] {
  return Array.from({ length: classes }, (_, row) => [
    ...counts.subarray(row * classes, (row + 1) * classes),
  ]);
}

/** The class of the largest probability in each row; of equal ones the first. `probabilities` is rows × classes. */
export function mostLikely(probabilities: ArrayLike<number>, classes: number): Int32Array {
  const rows = probabilities.length / classes;
  const out = new Int32Array(rows);
  for (let i = 0; i < rows; i++) {
    let best = 0;
    for (let k = 1; k < classes; k++) {
      if (probabilities[i * classes + k]! > probabilities[i * classes + best]!) best = k;
    }
    out[i] = best;
  }
  return out;
}

function isClass(index: number, classes: number): boolean {
  return Number.isInteger(index) && index >= 0 && index < classes;
}
