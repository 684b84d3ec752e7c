import { averagePrecision, precisionRecallOf, rocOf, thin } from './curves.ts';
import type { Measured } from './measured.ts';
import { ranking } from './ranking.ts';

/** How one class is told from all others: the rows that are likeliest of it first. */
export type ClassCurves = {
  /** Its index. */
  readonly class: number;
  /** Rows that are of it. */
  readonly support: number;
  readonly averagePrecision: Measured;
  /** [false positive rate, true positive rate], from (0, 0) to (1, 1). */
  readonly roc: readonly (readonly [number, number])[];
  /** [recall, precision], from recall 0 to 1. */
  readonly precisionRecall: readonly (readonly [number, number])[];
};

/** More curves than these no eye keeps apart. */
const MOST_CURVES = 8;

/** Points of a picture: its curves share them evenly. */
const MOST_POINTS = 480;

/**
 * The curves of the classes with the most rows, at most 8, in class order; of two with as many rows, the first.
 * A class without rows, or with all of them, has none. Each curve is computed whole and then thinned to its share of
 * 480 points, evenly along its corners, both ends kept.
 *
 * @param probabilities rows × classes. @returns `others`: how many classes with curves are left out.
 */
export function oneVsRest(
  actual: ArrayLike<number>,
  probabilities: ArrayLike<number>,
  classes: number,
): { readonly curves: readonly ClassCurves[]; readonly others: number } {
  const support = new Float64Array(classes);
  for (let row = 0; row < actual.length; row++) support[actual[row]!]!++;
  const drawable = [...support.keys()].filter(
    (k) => support[k]! > 0 && support[k]! < actual.length,
  );
  const drawn = drawable
    .toSorted((a, b) => support[b]! - support[a]! || a - b)
    .slice(0, MOST_CURVES)
    .toSorted((a, b) => a - b);
  const points = Math.floor(MOST_POINTS / Math.max(1, drawn.length));
  const scores = new Float64Array(actual.length);
  const curves = drawn.map((k): ClassCurves => {
    for (let row = 0; row < scores.length; row++) scores[row] = probabilities[row * classes + k]!;
    const split = ranking(scores, (row) => actual[row] === k);
    const precisions = precisionRecallOf(split);
    return {
      class: k,
      support: support[k]!,
      averagePrecision: averagePrecision(precisions),
      roc: thin(rocOf(split), points).map(({ fpr, tpr }) => [fpr, tpr] as const),
      precisionRecall: thin(precisions, points).map(
        ({ recall, precision }) => [recall, precision] as const,
      ),
    };
  });
  return { curves, others: drawable.length - drawn.length };
}
