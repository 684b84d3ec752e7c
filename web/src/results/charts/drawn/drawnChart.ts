/** The picture that a report describes, drawn by its kind. */
import { readChart, type Chart as Description, type ChartKind } from '#schemas/chart.ts';
import type { Locale } from '#schemas/types.ts';
import type { Say } from '../../../i18n/useText.ts';
import type { Report } from '../../report.ts';
import type { Chart } from '../chart.ts';
import { barChart } from './bar.ts';
import { boxChart } from './box.ts';
import { correlationChart, heatmapChart } from './heatmap.ts';
import { drawnHistogram } from './histogram.ts';
import { lineChart } from './line.ts';
import { scatterChart } from './scatter.ts';
import { drawnWords, type Words } from './words.ts';

const makers: Readonly<Record<ChartKind, (chart: Description, words: Words) => Chart>> = {
  bar: barChart,
  line: lineChart,
  scatter: scatterChart,
  histogram: drawnHistogram,
  box: boxChart,
  heatmap: heatmapChart,
  correlation: correlationChart,
};

/** Undefined where the report describes none, or one without anything to draw. */
export function drawnChart({ details }: Report, say: Say, locale: Locale): Chart | undefined {
  const chart = readChart(details['chart']);
  if (chart === undefined || chart.rows.length === 0) return undefined;
  return makers[chart.kind](chart, drawnWords(say, locale));
}
