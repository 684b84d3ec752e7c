/** How far predicted numbers are from the real ones: one against the other, and how the errors lie. */
import type { Locale } from '#schemas/types.ts';
import type { Say } from '../../i18n/useText.ts';
import { isRecord, listAt, pairsAt, type Report } from '../report.ts';
import { bounds, frame, numberFormat, tooltipOf, valueAxis, type Chart } from './chart.ts';
import { histogramChart } from './histogram.ts';
import type { Points } from './shareCurves.ts';

/** Actual and predicted number of some rows. */
const pointsOf = ({ details }: Report): Points => pairsAt(details, 'scatter');

export function predictedChart(report: Report, say: Say, locale: Locale): Chart | undefined {
  const points = pointsOf(report);
  if (points.length === 0) return undefined;
  const all = points.flat();
  const [low, high] = [Math.min(...all), Math.max(...all)];
  return pointChart(
    {
      title: say('results.scatter.title'),
      summary: say('results.scatter.summary', { count: points.length }),
      x: say('results.actual'),
      y: say('results.predicted'),
      points,
      ideal: [
        [low, low],
        [high, high],
      ],
    },
    locale,
  );
}

/** Errors that grow, or bend, along the prediction tell that something was not learned. */
export function errorChart(report: Report, say: Say, locale: Locale): Chart | undefined {
  const points = pointsOf(report).map(
    ([actual, predicted]) => [predicted, Number((actual - predicted).toPrecision(12))] as const,
  );
  if (points.length === 0) return undefined;
  const ends = points.map(([predicted]) => predicted);
  return pointChart(
    {
      title: say('results.errors.title'),
      summary: say('results.errors.summary', { count: points.length }),
      x: say('results.predicted'),
      y: say('results.residuals.x'),
      points,
      ideal: [
        [Math.min(...ends), 0],
        [Math.max(...ends), 0],
      ],
    },
    locale,
  );
}

type PointWords = {
  readonly title: string;
  readonly summary: string;
  readonly x: string;
  readonly y: string;
  readonly points: Points;
  /** Where exact answers lie. */
  readonly ideal: Points;
};

function pointChart({ title, summary, x, y, points, ideal }: PointWords, locale: Locale): Chart {
  const number = numberFormat(locale);
  return {
    title,
    summary,
    height: 320,
    table: { columns: [x, y], rows: points },
    option: (theme) => ({
      ...frame(theme),
      grid: { ...bounds, right: 24, top: 16 },
      tooltip: {
        ...tooltipOf(theme),
        formatter: ({ value }: { value: [number, number] }) =>
          `${x}: ${number(value[0])}\n${y}: ${number(value[1])}`,
      },
      xAxis: valueAxis(theme, { name: x, scale: true, formatter: number }),
      yAxis: { ...valueAxis(theme, { name: y, scale: true, formatter: number }) },
      series: [
        {
          type: 'line',
          data: ideal,
          showSymbol: false,
          silent: true,
          color: theme.quiet,
          lineStyle: { type: 'dashed', width: 1 },
          tooltip: { show: false },
        },
        {
          type: 'scatter',
          data: points,
          symbolSize: points.length > 300 ? 5 : 7,
          itemStyle: { color: theme.accent, opacity: 0.55 },
        },
      ],
    }),
  };
}

export function residualChart({ details }: Report, say: Say, locale: Locale): Chart | undefined {
  const found = details['residuals'];
  if (!isRecord(found)) return undefined;
  const numbers = (name: string): number[] =>
    listAt(found, name).filter((each): each is number => typeof each === 'number');
  const [edges, counts] = [numbers('edges'), numbers('counts')];
  if (counts.length === 0 || edges.length !== counts.length + 1) return undefined;
  const words = {
    title: say('results.residuals.title'),
    summary: say('results.residuals.summary'),
    x: say('results.residuals.x'),
    y: say('results.rows'),
  };
  return histogramChart({ edges, counts }, words, locale);
}
