/** Curves of shares against shares, one or one for each class. */
import type { Locale } from '#schemas/types.ts';
import { bounds, frame, percentFormat, valueAxis, type Chart, type ChartTheme } from './chart.ts';

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
const LEGEND_ROW = 22;
/** Names stand below each other while they are few, else in two columns. */
const ONE_COLUMN = 4;

/** With the line of guessing where there is one. Of several curves, a legend above tells which is which. */
export function shareCurves(curves: readonly Curve[], words: CurveWords, locale: Locale): Chart {
  const percent = percentFormat(locale);
  const fine = percentFormat(locale, 1);
  const { title, summary, x, y, reference } = words;
  const isOne = curves.length === 1;
  const columns = curves.length > ONE_COLUMN ? 2 : 1;
  const above = isOne ? 0 : Math.ceil(curves.length / columns) * LEGEND_ROW;
  return {
    title,
    summary,
    height: HEIGHT + above,
    table: { columns: [x, y], rows: curves.flatMap(({ points }) => points) },
    option: (theme) => ({
      ...frame(theme),
      grid: { ...bounds, right: 24, top: 16 + above },
      ...(isOne ? {} : { legend: legend(curves, above, columns, theme) }),
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
        ...curves.map(({ name, points, dots = false }, at) => ({
          type: 'line',
          name,
          data: points,
          showSymbol: dots,
          symbolSize: 7,
          ...(isOne ? {} : { symbol: 'none' }),
          color: isOne ? theme.accent : colourOf(theme, at),
          lineStyle: { width: 2, type: at < ONE_COLUMN ? 'solid' : 'dashed' },
        })),
      ],
    }),
  };
}

/** The eighth of Okabe and Ito's colours is black. */
const colourOf = ({ series, ink }: ChartTheme, at: number): string =>
  at < series.length ? series[at]! : ink;

function legend(
  curves: readonly Curve[],
  height: number,
  columns: number,
  theme: ChartTheme,
): object {
  return {
    data: curves.map(({ name }) => name),
    orient: 'vertical',
    top: 0,
    left: 0,
    height,
    padding: 0,
    itemGap: 6,
    itemWidth: 22,
    textStyle: {
      color: theme.ink,
      fontSize: 12,
      lineHeight: 16,
      width: columns === 1 ? 280 : 124,
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
