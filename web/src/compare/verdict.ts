/**
 * Whether a figure of one run is better than that of another, as far as the reports can tell. A difference that chance
 * alone would often make is never called better or worse.
 */
import type { Figure, FigureName } from '../results/figures.ts';

export type Verdict =
  | 'same'
  | 'better'
  | 'worse'
  /** Too small a difference to be told from chance. */
  | 'noise'
  /** To the good or the bad side on the rows that were measured; how sure that is, no report says. */
  | 'seems-better'
  | 'seems-worse';

/** Of which more is better; of the others less is. */
const moreIsBetter: Readonly<Record<FigureName, boolean>> = {
  accuracy: true,
  balancedAccuracy: true,
  macroF1: true,
  rocAuc: true,
  logLoss: false,
  brier: false,
  calibrationError: false,
  mae: false,
  rmse: false,
  r2: true,
};

export type Measured = {
  readonly figure: Figure;
  /** Of a cross-validation. */
  readonly folds: number | undefined;
};

export function verdictOf(before: Measured, after: Measured): Verdict {
  const difference = after.figure.value - before.figure.value;
  if (difference === 0) return 'same';
  const isGood = difference > 0 === moreIsBetter[after.figure.name];
  const ranges = [between(before, after, byInterval), between(before, after, byFolds)].filter(
    (range) => range !== undefined,
  );
  if (ranges.length === 0) return isGood ? 'seems-better' : 'seems-worse';
  if (ranges.some(({ low, high }) => low <= 0 && high >= 0)) return 'noise';
  return isGood ? 'better' : 'worse';
}

/** How far a figure may lie below and above what was measured, with a confidence of 95%. */
type Reach = { readonly below: number; readonly above: number };

/**
 * The range of the difference of two independent figures from the range of each (MOVER: Zou and Donner 2008; for
 * shares Newcombe 1998). Runs that are measured on the same rows agree more than that, so it errs on the side of doubt.
 */
function between(
  before: Measured,
  after: Measured,
  reachOf: (measured: Measured) => Reach | undefined,
): { readonly low: number; readonly high: number } | undefined {
  const [was, is] = [reachOf(before), reachOf(after)];
  if (was === undefined || is === undefined) return undefined;
  const difference = after.figure.value - before.figure.value;
  return {
    low: difference - Math.hypot(is.below, was.above),
    high: difference + Math.hypot(is.above, was.below),
  };
}

function byInterval({ figure: { value, interval } }: Measured): Reach | undefined {
  if (interval === undefined) return undefined;
  return { below: value - interval.low, above: interval.high - value };
}

/**
 * From the standard deviation over k folds. Folds share training rows, so the plain standard error is too small;
 * corrected by the ratio of test to training rows, 1 / (k − 1) (Nadeau and Bengio 2003).
 */
function byFolds({ figure: { spread }, folds }: Measured): Reach | undefined {
  if (spread === undefined || folds === undefined || folds < 2) return undefined;
  const reach = quantile(folds - 1) * spread * Math.sqrt(1 / folds + 1 / (folds - 1));
  return { below: reach, above: reach };
}

/** Student's t at 97.5% for 1 to 30 degrees of freedom; beyond them it is near enough to the last. */
const quantiles = [
  12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.16, 2.145,
  2.131, 2.12, 2.11, 2.101, 2.093, 2.086, 2.08, 2.074, 2.069, 2.064, 2.06, 2.056, 2.052, 2.048,
  2.045, 2.042,
];
const quantile = (freedom: number): number => quantiles[Math.min(freedom, quantiles.length) - 1]!;
