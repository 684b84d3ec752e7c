/** Curves of shares against shares, one or one for each class. */
import type { Locale } from '#schemas/types.ts';
import {
  bounds,
  frame,
  percentFormat,
  tooltipOf,
  valueAxis,
  type Chart,
  type ChartTheme,
} from './chart.ts';

export type Points = readonly (readonly [number, number])[];

export type Curve = {
  readonly name: string;
  readonly points: Points;
  /** Marks each point. */
  readonly dots?: boolean;
};

export type CurveWords = {
  readonly title: string;
  readonly summary: string;
  readonly x: string;
  readonly y: string;
  /** What the dashed line stands for, from corner to corner, and what it is called. */
  readonly reference?: string;
};

const HEIGHT = 300;
const LEGEND_ROW = 20;
const LINE = 16;
/** So many colours are told apart at a glance; the curves after them are dashed as well. */
const SOLID = 4;

/** With the line of guessing where there is one. Of several curves, a legend above tells which is which. */
export function shareCurves(curves: readonly Curve[], words: CurveWords, locale: Locale): Chart {
  const percent = percentFormat(locale);
  const fine = percentFormat(locale, 1);
  const { title, summary, x, y, reference } = words;
  const isOne = curves.length === 1;
  const above = isOne ? 0 : curves.length * LEGEND_ROW;
  return {
    title,
    summary,
    height: HEIGHT + above,
    table: { columns: [x, y], rows: curves.flatMap(({ points }) => points) },
    option: (theme) => ({
      ...frame(theme),
      grid: { ...bounds, right: 24, top: 16 + above },
      ...(isOne ? {} : { legend: legend(curves, theme) }),
      tooltip: {
        ...tooltipOf(theme),
        trigger: 'axis',
        formatter: (hits: readonly Hit[]) => told(hits, curves, { x, y }, fine),
      },
      xAxis: {
        ...valueAxis(theme, { name: x, min: 0, max: 1, formatter: percent }),
        axisPointer: { label: { show: false } },
      },
      yAxis: { ...valueAxis(theme, { name: y, min: 0, max: 1, formatter: percent }) },
      series: [
        ...(reference === undefined ? [] : [referenceLine(reference, theme.quiet)]),
        ...curves.map(({ name, points, dots = false }, at) => ({
          type: 'line',
          name,
          data: points,
          showSymbol: dots,
          symbolSize: 7,
          ...(isOne ? {} : { symbol: 'none' }),
          color: isOne ? theme.accent : colourOf(theme, at),
          lineStyle: { width: 2, type: at < SOLID ? 'solid' : 'dashed' },
        })),
      ],
    }),
  };
}

type Hit = {
  readonly seriesName: string;
  /** A dot in the curve's colour, as ECharts writes it. */
  readonly marker: string;
  readonly value: readonly [number, number];
};

/** Where a curve rises straight up, several points lie above each other: the last one counts. */
function told(
  hits: readonly Hit[],
  curves: readonly Curve[],
  { x, y }: Pick<CurveWords, 'x' | 'y'>,
  fine: (share: number) => string,
): string {
  const last = curves.flatMap(({ name }) => hits.findLast((hit) => hit.seriesName === name) ?? []);
  const [first] = last;
  if (first === undefined) return '';
  const lines = last.map(({ seriesName, marker, value }) =>
    curves.length === 1 ? `${y}: ${fine(value[1])}` : `${marker} ${seriesName}: ${fine(value[1])}`,
  );
  return [`${x}: ${fine(first.value[0])}`, ...lines].join('\n');
}

/** The eighth of Okabe and Ito's colours is black. */
const colourOf = ({ series, ink }: ChartTheme, at: number): string =>
  at < series.length ? series[at]! : ink;

/** A line for each curve, so that long names can be read. */
function legend(curves: readonly Curve[], theme: ChartTheme): object {
  return {
    data: curves.map(({ name }) => name),
    orient: 'vertical',
    top: 0,
    left: 0,
    padding: 0,
    itemGap: LEGEND_ROW - LINE,
    itemWidth: 28,
    // The line alone tells a dashed curve from another.
    itemStyle: { opacity: 0 },
    textStyle: {
      color: theme.ink,
      fontSize: 12,
      lineHeight: LINE,
      width: 280,
      overflow: 'truncate',
    },
    tooltip: { show: true },
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
