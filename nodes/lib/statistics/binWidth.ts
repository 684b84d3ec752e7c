import { sturges } from './histogram.ts';

/** What the number of bins is made of. */
export interface Spread {
  /** How many numbers. */
  readonly n: number;
  readonly min: number;
  readonly max: number;
  readonly q1: number;
  readonly q3: number;
}

/**
 * How many bins of equal width show a distribution: Freedman and Diaconis' width, 2 · IQR / ∛n, from 1 to `most`.
 * Where half of the numbers are equal that width is 0, and Sturges' number stands in.
 */
export function freedmanDiaconis({ n, min, max, q1, q3 }: Spread, most: number): number {
  if (n < 1 || !(max > min)) return 1;
  const width = (2 * (q3 - q1)) / Math.cbrt(n);
  const bins = width > 0 ? Math.ceil((max - min) / width) : sturges(n);
  return Math.max(1, Math.min(most, Number.isFinite(bins) ? bins : most));
}
