import { ExactSum } from '../exact/exactSum.ts';
import type { Confusion } from './confusion.ts';
import { type Measured, measured, unmeasurable } from './measured.ts';

/** How one class fared: formulas as in scikit-learn's precision_recall_fscore_support. */
export type ClassMetrics = {
  /** Rows that are of this class. */
  readonly support: number;
  /** Of the rows answered with this class, the share that is of it. */
  readonly precision: Measured;
  /** Of the rows of this class, the share that was answered so. */
  readonly recall: Measured;
  /** 2·TP / (2·TP + FP + FN). */
  readonly f1: Measured;
};

/** The share of rows answered rightly. */
export function accuracy({ n, classes, counts }: Confusion): Measured {
  if (n === 0) return unmeasurable('no-rows');
  let right = 0;
  for (let k = 0; k < classes; k++) right += counts[k * classes + k]!;
  return measured(right / n);
}

/** Mean recall over the classes that occur among the actual ones. */
export function balancedAccuracy(table: Confusion): Measured {
  return meanOverClasses(classMetrics(table).map((each) => each.recall));
}

/** Mean F1 over the classes that occur among the actual or the predicted ones. */
export function macroF1(table: Confusion): Measured {
  return meanOverClasses(classMetrics(table).map((each) => each.f1));
}

/** Figures of each class, in class order. */
export function classMetrics({ classes, counts }: Confusion): ClassMetrics[] {
  const support = new Float64Array(classes);
  const answered = new Float64Array(classes);
  for (let row = 0; row < classes; row++) {
    for (let column = 0; column < classes; column++) {
      const count = counts[row * classes + column]!;
      support[row] = support[row]! + count;
      answered[column] = answered[column]! + count;
    }
  }
  return Array.from({ length: classes }, (_, k) => {
    const right = counts[k * classes + k]!;
    const both = support[k]! + answered[k]!;
    return {
      support: support[k]!,
      precision:
        answered[k]! > 0 ? measured(right / answered[k]!) : unmeasurable('class-never-predicted'),
      recall: support[k]! > 0 ? measured(right / support[k]!) : unmeasurable('class-absent'),
      f1: both > 0 ? measured((2 * right) / both) : unmeasurable('class-absent'),
    };
  });
}

function meanOverClasses(figures: readonly Measured[]): Measured {
  const sum = new ExactSum();
  let n = 0;
  for (const { value } of figures) {
    if (value === null) continue;
    sum.add(value);
    n++;
  }
  return n === 0 ? unmeasurable('no-rows') : measured(sum.value() / n);
}
