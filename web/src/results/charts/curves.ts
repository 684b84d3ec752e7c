/** Curves of a classifier with two classes: ROC, precision against recall, calibration. */
import { pointsAt, recordsAt, numberAt, textAt, type Report } from '../report.ts';
import type { Locale } from '#schemas/types.ts';
import type { Say } from '../../i18n/useText.ts';
import type { Chart } from './chart.ts';
import { shareCurves } from './shareCurves.ts';

export function rocChart(
  { metrics, details }: Report,
  say: Say,
  locale: Locale,
): Chart | undefined {
  const points = pointsAt(details, 'roc', 'fpr', 'tpr');
  if (points.length === 0) return undefined;
  const positive = textAt(details, 'positive') ?? '';
  const area = numberAt(metrics, 'rocAuc') ?? 0;
  const words = {
    title: say('results.roc.title'),
    summary: say('results.roc.summary', { positive, area }),
    x: say('results.roc.x'),
    y: say('results.roc.y', { positive }),
    reference: say('results.roc.guess'),
  };
  return shareCurves([{ name: words.y, points }], words, locale);
}

export function precisionRecallChart(
  { details }: Report,
  say: Say,
  locale: Locale,
): Chart | undefined {
  const points = pointsAt(details, 'precisionRecall', 'recall', 'precision');
  if (points.length === 0) return undefined;
  const positive = textAt(details, 'positive') ?? '';
  const words = {
    title: say('results.pr.title'),
    summary: say('results.pr.summary', { positive }),
    x: say('results.pr.x', { positive }),
    y: say('results.pr.y', { positive }),
  };
  return shareCurves([{ name: words.y, points }], words, locale);
}

/** Bins without rows have no point. */
export function calibrationChart({ details }: Report, say: Say, locale: Locale): Chart | undefined {
  const bins = recordsAt(details, 'calibration').filter((bin) => (numberAt(bin, 'n') ?? 0) > 0);
  const points = pointsAt({ bins }, 'bins', 'score', 'observed');
  if (points.length === 0) return undefined;
  const positive = textAt(details, 'positive') ?? '';
  const words = {
    title: say('results.calibration.title'),
    summary: say('results.calibration.summary', { positive }),
    x: say('results.calibration.x', { positive }),
    y: say('results.calibration.y'),
    reference: say('results.calibration.ideal'),
  };
  const chart = shareCurves([{ name: words.y, points, dots: true }], words, locale);
  const counts = bins.map((bin) => numberAt(bin, 'n') ?? 0);
  const rows = points.map((point, at) => [...point, counts[at]!]);
  return { ...chart, table: { columns: [words.x, words.y, say('results.rows')], rows } };
}
