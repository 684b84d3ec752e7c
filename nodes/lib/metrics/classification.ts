import { accuracy, balancedAccuracy, type ClassMetrics, classMetrics, macroF1 } from './answers.ts';
import { expectedCalibrationError } from './calibration.ts';
import { type Confusion, confusion, mostLikely } from './confusion.ts';
import { type Interval, wilson } from './interval.ts';
import type { Measured } from './measured.ts';
import { brier, logLoss } from './probabilities.ts';
import { rocAucByClass, rocAucInterval, rocAucMacro } from './rocAuc.ts';

/** What was asked and what was answered, on the same rows. */
export type ClassifiedRows = {
  /** How many classes there are, those without rows included; at least 1. */
  readonly classes: number;
  /** Class index of each row. */
  readonly actual: ArrayLike<number>;
  /** Row-major, rows × classes. */
  readonly probabilities: ArrayLike<number>;
  /** Class index answered; the most likely class unless another rule (a threshold) decided. */
  readonly predicted?: ArrayLike<number> | undefined;
  /** With two classes: the one whose ranking the ROC area and its interval speak of; the last by default. */
  readonly positive?: number | undefined;
};

export type ClassificationMetrics = {
  readonly n: number;
  readonly accuracy: Measured;
  /** Wilson's 95% interval. */
  readonly accuracyInterval: Interval | null;
  readonly balancedAccuracy: Measured;
  readonly macroF1: Measured;
  readonly logLoss: Measured;
  readonly brier: Measured;
  readonly calibrationError: Measured;
  /** Two classes: the positive class. More: the mean over the classes that occur, one against the rest. */
  readonly rocAuc: Measured;
  /** DeLong's 95% interval, with two classes only. */
  readonly rocAucInterval: Interval | null;
  readonly byClass: readonly (ClassMetrics & { readonly rocAuc: Measured })[];
  /** Classes (indices) that no row is of: the means above leave them out, and the report has to say so. */
  readonly absentClasses: readonly number[];
  readonly confusion: Confusion;
};

/** All figures of a classification at once. */
export function classificationMetrics(rows: ClassifiedRows): ClassificationMetrics {
  const { classes, actual, probabilities } = rows;
  if (probabilities.length !== actual.length * classes) {
    throw new RangeError(
      `${actual.length} rows of ${classes} classes, but ${probabilities.length} probabilities.`,
    );
  }
  const table = confusion(actual, rows.predicted ?? mostLikely(probabilities, classes), classes);
  const areas = rocAucByClass(actual, probabilities, classes);
  const right = accuracy(table);
  const positive = rows.positive ?? classes - 1;
  return {
    n: table.n,
    accuracy: right,
    accuracyInterval: wilson(Math.round((right.value ?? 0) * table.n), table.n),
    balancedAccuracy: balancedAccuracy(table),
    macroF1: macroF1(table),
    logLoss: logLoss(actual, probabilities, classes),
    brier: brier(actual, probabilities, classes),
    calibrationError: expectedCalibrationError(actual, probabilities, classes),
    rocAuc: classes === 2 ? binaryArea(areas, positive) : rocAucMacro(areas),
    rocAucInterval: classes === 2 ? binaryInterval(rows, positive) : null,
    byClass: classMetrics(table).map((each, k) => ({ ...each, rocAuc: areas[k]! })),
    absentClasses: classMetrics(table).flatMap((each, k) => (each.support === 0 ? [k] : [])),
    confusion: table,
  };
}

/** With two classes either one's absence means that all rows are of one class. */
function binaryArea(areas: readonly Measured[], positive: number): Measured {
  const area = areas[positive]!;
  return area.reason === 'class-absent' ? { value: null, reason: 'one-class' } : area;
}

function binaryInterval(
  { actual, probabilities }: ClassifiedRows,
  positive: number,
): Interval | null {
  const isPositive = new Float64Array(actual.length);
  const scores = new Float64Array(actual.length);
  for (let i = 0; i < actual.length; i++) {
    isPositive[i] = actual[i] === positive ? 1 : 0;
    scores[i] = probabilities[i * 2 + positive]!;
  }
  return rocAucInterval(isPositive, scores);
}
