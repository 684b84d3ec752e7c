/**
 * Reports on predictions: one way for the metrics nodes and for cross-validation. Only the rows given are measured,
 * so the caller selects the test rows.
 */
import { accuracy } from '#nodes/lib/metrics/answers.ts';
import { alignClasses } from '#nodes/lib/metrics/alignClasses.ts';
import { calibrationBins } from '#nodes/lib/metrics/calibration.ts';
import {
  classificationMetrics,
  type ClassificationMetrics,
} from '#nodes/lib/metrics/classification.ts';
import { confusion, confusionRows } from '#nodes/lib/metrics/confusion.ts';
import { precisionRecallCurve, rocCurve, thin } from '#nodes/lib/metrics/curves.ts';
import type { Measured } from '#nodes/lib/metrics/measured.ts';
import { type ClassCurves, oneVsRest } from '#nodes/lib/metrics/oneVsRest.ts';
import { mae, maeInterval, r2, rmse, rmseInterval } from '#nodes/lib/metrics/regression.ts';
import { significant } from '#nodes/lib/exact/significant.ts';
import { histogram } from '#nodes/lib/statistics/histogram.ts';
import type { Json, Note, ReportValue } from '../values.ts';

/** Predictions of classes: actual labels, and rows × classes probabilities in the order of `classes`. */
export interface ClassPredictions {
  readonly classes: readonly string[];
  readonly actual: readonly string[];
  readonly probabilities: Float64Array;
  /** Most common class of the training rows: what guessing would answer. */
  readonly guess?: string;
}

/** 9 significant digits: the same report on every machine. */
const rounded = (measured: Measured | number | null): number | null => {
  const value = typeof measured === 'object' ? (measured?.value ?? null) : measured;
  return value === null ? null : significant(value);
};

const interval = (range: { low: number; high: number } | null): Json =>
  range && { low: significant(range.low), high: significant(range.high) };

/** Messages choose their words by names without hyphens. */
const camelCase = (name: string): string =>
  name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

function unmeasuredNotes(figures: Readonly<Record<string, Measured>>): Note[] {
  return Object.entries(figures).flatMap(([metric, { value, reason }]) =>
    value === null
      ? [
          {
            code: 'metric-unmeasurable',
            level: 'warning',
            params: { metric, reason: camelCase(reason) },
          },
        ]
      : [],
  );
}

function guessing(rows: ClassPredictions, classes: readonly string[], actual: Int32Array): Json {
  const at = rows.guess === undefined ? -1 : classes.indexOf(rows.guess);
  if (at < 0) return null;
  const always = new Int32Array(actual.length).fill(at);
  return rounded(accuracy(confusion(actual, always, classes.length)));
}

function binaryCurves(
  actual: Int32Array,
  probabilities: Float64Array,
  positive: number,
): { readonly [name: string]: Json } {
  const isPositive = Float64Array.from(actual, (label) => (label === positive ? 1 : 0));
  const scores = Float64Array.from(actual, (_, row) => probabilities[row * 2 + positive]!);
  return {
    roc: thin(rocCurve(isPositive, scores) as unknown as Json[]),
    precisionRecall: thin(precisionRecallCurve(isPositive, scores) as unknown as Json[]),
    calibration: calibrationBins(isPositive, scores),
  };
}

/** Digits of a curve's points: finer than any picture. */
const DRAWN = 4;

function classCurves(
  curves: readonly ClassCurves[],
  classes: readonly string[],
  all: ClassificationMetrics,
): Json {
  const points = (of: ClassCurves['roc']): Json =>
    of.map((point) => point.map((share) => significant(share, DRAWN)));
  return curves.map((each) => ({
    class: classes[each.class]!,
    support: each.support,
    rocAuc: rounded(all.byClass[each.class]!.rocAuc),
    averagePrecision: rounded(each.averagePrecision),
    roc: points(each.roc),
    precisionRecall: points(each.precisionRecall),
  }));
}

function curvesNote(shown: number, others: number): Note[] {
  if (others === 0) return [];
  return [{ code: 'class-curves-left-out', level: 'info', params: { shown, others } }];
}

/**
 * The class of interest where nobody chose one: an affirmative label (yes, sim, true, 1…), else the rarer class —
 * churn, fraud and default are what people look for.
 */
export function defaultPositive(classes: readonly string[], actual: readonly string[]): string {
  const affirmative = classes.find((label) => /^(yes|y|sim|s|true|verdadeiro|1)$/i.test(label));
  if (affirmative !== undefined) return affirmative;
  const counts = new Map(classes.map((label) => [label, 0]));
  for (const label of actual) counts.set(label, (counts.get(label) ?? 0) + 1);
  return [...classes].sort((a, b) => counts.get(a)! - counts.get(b)! || (a < b ? 1 : -1))[0]!;
}

/** `positive` matters with two classes; default as `defaultPositive`. */
export function classificationReport(rows: ClassPredictions, positive?: string): ReportValue {
  const aligned = alignClasses(rows.classes, rows.actual, rows.probabilities);
  const { classes, actual, probabilities, unknown } = aligned;
  const two = classes.length === 2;
  const chosen = positive ?? defaultPositive(classes, rows.actual);
  const positiveAt = Math.max(0, classes.indexOf(chosen));
  const all = classificationMetrics({
    classes: classes.length,
    actual,
    probabilities,
    ...(two ? { positive: positiveAt } : {}),
  });
  const rest = two ? undefined : oneVsRest(actual, probabilities, classes.length);
  const { accuracy: right, balancedAccuracy, macroF1, logLoss, rocAuc } = all;
  return {
    kind: 'report',
    type: 'classification',
    metrics: {
      n: all.n,
      accuracy: rounded(right),
      balancedAccuracy: rounded(balancedAccuracy),
      macroF1: rounded(macroF1),
      logLoss: rounded(logLoss),
      rocAuc: rounded(rocAuc),
      brier: rounded(all.brier),
      calibrationError: rounded(all.calibrationError),
      confusion: confusionRows(all.confusion),
      guessAccuracy: guessing(rows, classes, actual),
    },
    details: {
      classes: [...classes],
      ...(two ? { positive: classes[positiveAt]! } : {}),
      accuracyInterval: interval(all.accuracyInterval),
      rocAucInterval: interval(all.rocAucInterval),
      byClass: byClass(all, classes),
      ...(rest
        ? { oneVsRest: classCurves(rest.curves, classes, all) }
        : binaryCurves(actual, probabilities, positiveAt)),
    },
    notes: [
      ...numbersAsClasses(classes),
      ...unmeasuredNotes({ accuracy: right, balancedAccuracy, macroF1, logLoss, rocAuc }),
      ...absent(unknown, 'train'),
      ...absent(
        all.absentClasses.map((at) => classes[at]!),
        'test',
      ),
      ...(rest ? curvesNote(rest.curves.length, rest.others) : []),
    ],
  };
}

/** Beyond so many, classes that are all numbers are hardly names of anything. */
const MOST_NUMBERS = 20;

/** A price taken for a category gives figures near zero, which say nothing of why. */
function numbersAsClasses(classes: readonly string[]): Note[] {
  if (classes.length <= MOST_NUMBERS) return [];
  if (!classes.every((label) => label.trim() !== '' && Number.isFinite(Number(label)))) return [];
  return [{ code: 'classes-all-numbers', level: 'warning', params: { count: classes.length } }];
}

/** Classes that one part of the rows has nothing of. */
function absent(labels: readonly string[], part: 'train' | 'test'): Note[] {
  if (labels.length === 0) return [];
  const params = { classes: [...labels], count: labels.length, part };
  return [{ code: 'class-absent', level: 'warning', params }];
}

function byClass(all: ClassificationMetrics, classes: readonly string[]): Json {
  return all.byClass.map((figures, at) => ({
    class: classes[at]!,
    support: figures.support,
    precision: rounded(figures.precision),
    recall: rounded(figures.recall),
    f1: rounded(figures.f1),
    rocAuc: rounded(figures.rocAuc),
  }));
}

/** Predictions of numbers, and the training rows' mean: what guessing would answer. */
export interface NumberPredictions {
  readonly actual: Float64Array;
  readonly predicted: Float64Array;
  readonly guess?: number;
}

/** Points of a residual picture: evenly spread over the rows. */
const SCATTER_POINTS = 1000;

export function regressionReport({ actual, predicted, guess }: NumberPredictions): ReportValue {
  const figures = {
    rmse: rmse(actual, predicted),
    mae: mae(actual, predicted),
    r2: r2(actual, predicted),
  };
  const step = Math.max(1, Math.ceil(actual.length / SCATTER_POINTS));
  const scatter: Json[] = [];
  for (let row = 0; row < actual.length; row += step) {
    scatter.push([significant(actual[row]!), significant(predicted[row]!)]);
  }
  const residuals = Float64Array.from(actual, (value, row) => value - predicted[row]!);
  const always = guess === undefined ? null : new Float64Array(actual.length).fill(guess);
  return {
    kind: 'report',
    type: 'regression',
    metrics: {
      n: actual.length,
      rmse: rounded(figures.rmse),
      mae: rounded(figures.mae),
      r2: rounded(figures.r2),
      guessRmse: always && rounded(rmse(actual, always)),
    },
    details: {
      rmseInterval: interval(rmseInterval(actual, predicted)),
      maeInterval: interval(maeInterval(actual, predicted)),
      scatter,
      residuals: histogram(residuals),
    },
    notes: unmeasuredNotes(figures),
  };
}
