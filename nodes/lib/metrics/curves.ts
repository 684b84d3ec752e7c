import { ExactSum } from '../exact/exactSum.ts';
import { type Measured, measured, unmeasurable } from './measured.ts';
import { type Ranking, ranking } from './ranking.ts';

/** "Score at least `threshold`" as the rule; null is the rule that nothing meets. */
export type RocPoint = {
  readonly threshold: number | null;
  readonly fpr: number;
  readonly tpr: number;
};

export type PrecisionRecallPoint = {
  readonly threshold: number | null;
  readonly precision: number;
  readonly recall: number;
};

/** What "score at least `threshold`" catches, for every distinct score from the highest down. */
type Cut = {
  readonly threshold: number;
  readonly truePositives: number;
  readonly falsePositives: number;
};

/**
 * The ROC curve from (0, 0) to (1, 1), points on a straight line with their neighbours left out (the
 * same curve, as scikit-learn's drop_intermediate). Empty where one of the two sides has no row.
 */
export function rocCurve(isPositive: ArrayLike<number>, scores: ArrayLike<number>): RocPoint[] {
  return rocOf(ranking(scores, (row) => isPositive[row] === 1));
}

/** `rocCurve` of scores that are split and sorted. */
export function rocOf(split: Ranking): RocPoint[] {
  const positives = split.positive.length;
  const negatives = split.negative.length;
  if (positives === 0 || negatives === 0) return [];
  const all = cuts(split);
  const origin = { threshold: null, truePositives: 0, falsePositives: 0 };
  return [origin, ...all.filter((_, i) => isCorner(all, i))].map((cut) => ({
    threshold: cut.threshold,
    fpr: cut.falsePositives / negatives,
    tpr: cut.truePositives / positives,
  }));
}

/**
 * Precision against recall for every distinct score from the highest down, starting at recall 0 with
 * precision 1 by convention. Empty where no row is positive.
 */
export function precisionRecallCurve(
  isPositive: ArrayLike<number>,
  scores: ArrayLike<number>,
): PrecisionRecallPoint[] {
  return precisionRecallOf(ranking(scores, (row) => isPositive[row] === 1));
}

/** `precisionRecallCurve` of scores that are split and sorted. */
export function precisionRecallOf(split: Ranking): PrecisionRecallPoint[] {
  const positives = split.positive.length;
  if (positives === 0) return [];
  const points: PrecisionRecallPoint[] = [{ threshold: null, precision: 1, recall: 0 }];
  for (const { threshold, truePositives, falsePositives } of cuts(split)) {
    points.push({
      threshold,
      precision: truePositives / (truePositives + falsePositives),
      recall: truePositives / positives,
    });
    // Beyond full recall precision only falls, and nothing more is caught.
    if (truePositives === positives) break;
  }
  return points;
}

/** Average precision Σ (recall_i − recall_{i−1})·precision_i, over `precisionRecallCurve`'s points. */
export function averagePrecision(points: readonly PrecisionRecallPoint[]): Measured {
  if (points.length === 0) return unmeasurable('class-absent');
  const sum = new ExactSum();
  for (let i = 1; i < points.length; i++) {
    sum.add((points[i]!.recall - points[i - 1]!.recall) * points[i]!.precision);
  }
  return measured(sum.value());
}

/** At most `limit` (≥ 2) of the points, evenly along the curve, both ends kept: enough to draw it. */
export function thin<Point>(points: readonly Point[], limit = 200): Point[] {
  if (points.length <= limit) return [...points];
  const step = (points.length - 1) / (limit - 1);
  return Array.from({ length: limit }, (_, i) => points[Math.round(i * step)]!);
}

function cuts({ positive, negative }: Ranking): Cut[] {
  const out: Cut[] = [];
  let p = positive.length;
  let n = negative.length;
  while (p > 0 || n > 0) {
    const threshold = Math.max(positive[p - 1] ?? -Infinity, negative[n - 1] ?? -Infinity);
    while (p > 0 && positive[p - 1]! >= threshold) p--;
    while (n > 0 && negative[n - 1]! >= threshold) n--;
    out.push({
      threshold,
      truePositives: positive.length - p,
      falsePositives: negative.length - n,
    });
  }
  return out;
}

/** Whether the curve bends at cut i; the last point always stays. */
function isCorner(all: readonly Cut[], i: number): boolean {
  const here = all[i]!;
  const next = all[i + 1];
  if (next === undefined) return true;
  const before = all[i - 1] ?? { truePositives: 0, falsePositives: 0 };
  const rise = here.truePositives - before.truePositives;
  const run = here.falsePositives - before.falsePositives;
  return (
    rise * (next.falsePositives - here.falsePositives) !==
    run * (next.truePositives - here.truePositives)
  );
}
