import type { Chart as Description } from '#schemas/chart.ts';
import { bounds, frame, tooltipOf, type Chart, type ChartTheme } from '../chart.ts';
import { legendOf, plainAxis, seriesOf } from './marks.ts';
import { titleOf, type Words } from './words.ts';

/** The middle of viridis: rising in lightness for any eye, and its ends are seen on light and on dark. */
const RAMP = ['#3b528b', '#21918c', '#5ec962', '#fde725'];

type Row = Description['rows'][number];

/** A point a row; its shade tells a third column. */
export function scatterChart(chart: Description, words: Words): Chart {
  const { x, y, colour, rows, trend } = chart;
  const { say } = words;
  const isRamp = colour !== undefined && colour.groups === undefined && colour.edges === undefined;
  const series = isRamp ? [] : seriesOf(chart, words);
  const places = colour && !isRamp ? words.places(colour) : [];
  const shade = (row: Row): string | number | null =>
    isRamp ? row[2]! : (places[row[2] ?? -1] ?? null);
  const columns = [words.name(x), words.name(y), ...(colour ? [words.name(colour)] : [])];
  const names = { x: words.name(x), y: words.name(y), colour: columns[2] ?? '' };
  const against = say('results.data.against', { x: names.x, y: names.y });
  const told = say('results.data.summary', { rows: rows.length });
  const near = trend && say('results.drawn.trend', { r: trend.r });
  const line = trend && say('results.drawn.trendLine', { r: trend.r });
  return {
    title: titleOf(chart, words, isRamp ? say('results.drawn.shaded', names) : against),
    summary: near === undefined ? told : `${told} ${near}`,
    height: 380,
    fits: true,
    table: {
      columns,
      rows: rows.map((row) => [
        x.scale === 'time' ? words.value(x, row[0]!) : row[0]!,
        row[1]!,
        ...(colour ? [shade(row)] : []),
      ]),
    },
    option: (theme) => ({
      ...frame(theme),
      useUTC: true,
      ...legendOf(theme, series),
      ...(isRamp ? rampOf(theme, chart, words) : {}),
      grid: { ...bounds, right: isRamp ? 72 : 24, top: series.length > 1 ? 40 : 16 },
      tooltip: {
        ...tooltipOf(theme),
        formatter: ({ value, seriesName }: { value: Row; seriesName: string }) =>
          [
            ...(series.length > 1 ? [seriesName] : []),
            `${columns[0]}: ${words.value(x, value[0]!)}`,
            `${columns[1]}: ${words.value(y, value[1]!)}`,
            ...(isRamp ? [`${columns[2]}: ${words.value(colour, value[2]!)}`] : []),
          ].join('\n'),
      },
      xAxis: plainAxis(theme, x, words),
      yAxis: plainAxis(theme, y, words, true),
      series: [
        ...(isRamp
          ? [points(words.name(y), rows, theme.accent, rows.length)]
          : series.map((each) => points(each.name, each.rows, each.color(theme), rows.length))),
        ...(trend && line ? [trendLine(trend, rows, line, theme)] : []),
      ],
    }),
  };
}

function points(name: string, rows: Description['rows'], color: string, count: number): object {
  return {
    type: 'scatter',
    name,
    data: rows,
    symbolSize: count > 1000 ? 4 : count > 300 ? 6 : 8,
    itemStyle: { color, opacity: count > 300 ? 0.55 : 0.75 },
  };
}

function rampOf(theme: ChartTheme, { rows }: Description, words: Words): object {
  const values = rows.map((row) => row[2]!);
  const [min, max] = values.reduce(
    ([low, high], value) => [Math.min(low, value), Math.max(high, value)],
    [Infinity, -Infinity],
  );
  return {
    visualMap: {
      type: 'continuous',
      dimension: 2,
      min,
      max,
      right: 0,
      top: 'middle',
      itemHeight: 84,
      text: [words.tick(max), words.tick(min)],
      textStyle: { color: theme.quiet, width: 80, overflow: 'truncate', lineHeight: 16 },
      inRange: { color: RAMP },
    },
  };
}

function trendLine(
  { slope, intercept }: NonNullable<Description['trend']>,
  rows: Description['rows'],
  name: string,
  theme: ChartTheme,
): object {
  const xs = rows.map((row) => row[0]!);
  const ends = [xs.reduce((a, b) => Math.min(a, b)), xs.reduce((a, b) => Math.max(a, b))];
  return {
    type: 'line',
    name,
    data: ends.map((at) => [at, intercept + slope * at]),
    showSymbol: false,
    silent: true,
    color: theme.ink,
    lineStyle: { width: 1.5, type: 'dashed' },
    tooltip: { show: false },
  };
}
