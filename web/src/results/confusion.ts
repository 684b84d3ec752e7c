/** Counts of actual by predicted class, as a table reads them. */
import { listAt, recordsAt, type Report } from './report.ts';

export type Confusion = {
  readonly classes: readonly string[];
  /** Row: the actual class. Column: the predicted one. */
  readonly counts: readonly (readonly number[])[];
};

/** Undefined where the report has no matrix, or one that fits no list of classes. */
export function confusionOf({ metrics, details }: Report): Confusion | undefined {
  const counts = listAt(metrics, 'confusion').filter(
    (row): row is number[] => Array.isArray(row) && row.every((cell) => typeof cell === 'number'),
  );
  if (counts.length === 0 || counts.some((row) => row.length !== counts.length)) return undefined;
  const named = listAt(details, 'classes').filter((each) => typeof each === 'string');
  const byClass = recordsAt(details, 'byClass').map((each) => String(each['class']));
  const classes = [named, byClass].find(({ length }) => length === counts.length);
  return { classes: classes ?? counts.map((_, at) => String(at + 1)), counts };
}

/** The share of a row's actual class that was answered so; 0 in an empty row. */
export function shareOf({ counts }: Confusion, row: number, column: number): number {
  const total = counts[row]!.reduce((sum, count) => sum + count, 0);
  return total === 0 ? 0 : counts[row]![column]! / total;
}
