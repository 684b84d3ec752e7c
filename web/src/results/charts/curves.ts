/** Curves of a classifier with two classes: ROC, precision against recall, calibration. */
import { pointsAt, recordsAt, numberAt, textAt, type Report } from '../report.ts';
import type { Locale } from '#schemas/types.ts';
import type { Say } from '../../i18n/useText.ts';
import { bounds, frame, percentFormat, valueAxis, type Chart } from './chart.ts';

type Points = readonly (readonly [number, number])[];

type CurveWords = {
  readonly title: string;
  readonly summary: string;
  readonly x: string;
  readonly y: string;
  /** What the dashed line stands for, from corner to corner, and what it is called. */
  readonly reference?: string;
};

/** Shares against shares, with the line of guessing where there is one. */
function shareCurve(points: Points, words: CurveWords, locale: Locale, dots = false): Chart {
  const percent = percentFormat(locale);
  const fine = percentFormat(locale, 1);
  const { title, summary, x, y, reference } = words;
  return {
    title,
    summary,
    height: 300,
    table: { columns: [x, y], rows: points },
    option: (theme) => ({
      ...frame(theme),
      grid: { ...bounds, right: 24, top: 16 },
      tooltip: {
        ...(frame(theme)['tooltip'] as object),
        trigger: 'axis',
        valueFormatter: (value: unknown) => (typeof value === 'number' ? fine(value) : ''),
      },
      xAxis: {
        ...valueAxis(theme, { name: x, min: 0, max: 1, formatter: percent }),
        axisPointer: { label: { show: false } },
      },
      yAxis: { ...valueAxis(theme, { name: y, min: 0, max: 1, formatter: percent }) },
      series: [
        ...(reference === undefined ? [] : [referenceLine(reference, theme.quiet)]),
        {
          type: 'line',
          name: y,
          data: points,
          showSymbol: dots,
          symbolSize: 7,
          color: theme.accent,
          lineStyle: { width: 2 },
        },
      ],
    }),
  };
}

function referenceLine(name: string, color: string): object {
  const label = {
    show: true,
    formatter: name,
    color,
    fontSize: 12,
    position: 'right',
    offset: [2, 8],
  };
  return {
    type: 'line',
    name,
    data: [[0, 0], { value: [0.62, 0.62], label }, [1, 1]],
    // Without a symbol there would be no label.
    symbolSize: 0,
    silent: true,
    color,
    lineStyle: { type: 'dashed', width: 1 },
    tooltip: { show: false },
  };
}

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
  return shareCurve(points, words, locale);
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
  return shareCurve(points, words, locale);
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
  const chart = shareCurve(points, words, locale, true);
  const counts = bins.map((bin) => numberAt(bin, 'n') ?? 0);
  const rows = points.map((point, at) => [...point, counts[at]!]);
  return { ...chart, table: { columns: [words.x, words.y, say('results.rows')], rows } };
}
