/** Curves of a classifier with more than two classes: each class against the rest. */
import type { Locale } from '#schemas/types.ts';
import type { Say } from '../../i18n/useText.ts';
import { numberAt, pairsAt, recordsAt, textAt, type Report } from '../report.ts';
import type { Chart } from './chart.ts';
import { shareCurves, type CurveWords, type Points } from './shareCurves.ts';

type ClassCurve = { readonly label: string; readonly area: number; readonly points: Points };

/** Those that have points and an area. */
function curvesOf({ details }: Report, name: string, area: string): readonly ClassCurve[] {
  return recordsAt(details, 'oneVsRest').flatMap((each) => {
    const points = pairsAt(each, name);
    const [label, below] = [textAt(each, 'class'), numberAt(each, area)];
    if (points.length === 0 || label === undefined || below === undefined) return [];
    return [{ label, area: below, points }];
  });
}

/** The area first: names may be long, and are cut. */
function classChart(
  curves: readonly ClassCurve[],
  called: (curve: ClassCurve) => string,
  words: CurveWords,
  { say, locale }: { readonly say: Say; readonly locale: Locale },
): Chart {
  const named = curves.map((curve) => ({ name: called(curve), points: curve.points }));
  const chart = shareCurves(named, words, locale);
  const columns = [say('results.byClass.class'), words.x, words.y];
  const rows = curves.flatMap(({ label, points }) => points.map((point) => [label, ...point]));
  const areas = named.map(({ name }) => name).join('; ');
  return { ...chart, summary: `${words.summary} ${areas}.`, table: { columns, rows } };
}

export function classRocChart(report: Report, say: Say, locale: Locale): Chart | undefined {
  const curves = curvesOf(report, 'roc', 'rocAuc');
  if (curves.length === 0) return undefined;
  const words = {
    title: say('results.roc.title'),
    summary: say('results.roc.classes'),
    x: say('results.roc.x'),
    y: say('results.roc.found'),
    reference: say('results.roc.guess'),
  };
  const called = ({ label, area }: ClassCurve): string =>
    say('results.roc.class', { class: label, area });
  return classChart(curves, called, words, { say, locale });
}

export function classPrecisionRecallChart(
  report: Report,
  say: Say,
  locale: Locale,
): Chart | undefined {
  const curves = curvesOf(report, 'precisionRecall', 'averagePrecision');
  if (curves.length === 0) return undefined;
  const words = {
    title: say('results.pr.title'),
    summary: say('results.pr.classes'),
    x: say('results.pr.found'),
    y: say('results.pr.y'),
  };
  const called = ({ label, area }: ClassCurve): string =>
    say('results.pr.class', { class: label, area });
  return classChart(curves, called, words, { say, locale });
}
