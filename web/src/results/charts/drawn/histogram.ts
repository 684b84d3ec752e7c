import type { EChartsCoreOption } from 'echarts/core';
import type { Chart as Description, ChartAxis } from '#schemas/chart.ts';
import { bounds, frame, tooltipOf, type Chart, type ChartTheme } from '../chart.ts';
import { legendOf, plainAxis, seriesOf, wideTable, type Series } from './marks.ts';
import { titleOf, type Words } from './words.ts';

type Bins = {
  readonly series: readonly Series[];
  readonly edges: readonly number[];
  /** What each bin is called. */
  readonly names: readonly string[];
};

/** Bars without gaps between the edges of the bins; of several colours the outlines, which hide nothing. */
export function drawnHistogram(chart: Description, words: Words): Chart {
  const series = seriesOf(chart, words);
  const { x } = chart;
  const names = words.places(x);
  const own = { series, edges: x.edges ?? [], names };
  return {
    title: titleOf(chart, words, words.say('results.data.histogram', { x: words.name(x) })),
    summary: words.say('results.drawn.histogram', { count: names.length, x: words.name(x) }),
    height: 320,
    fits: true,
    table: wideTable(
      chart,
      series,
      names.map((word, key) => ({ word, key })),
      words,
      0,
    ),
    option: (theme) => option(theme, chart, words, own),
  };
}

function option(
  theme: ChartTheme,
  { x, y }: Description,
  words: Words,
  own: Bins,
): EChartsCoreOption {
  const { series, edges, names } = own;
  const isAlone = series.length === 1;
  return {
    ...frame(theme),
    useUTC: true,
    ...legendOf(theme, series),
    grid: { ...bounds, right: 32, top: isAlone ? 16 : 40 },
    tooltip: {
      ...tooltipOf(theme),
      trigger: 'axis',
      axisPointer: { type: isAlone ? 'shadow' : 'line' },
      formatter: (marks: readonly { dataIndex: number; seriesIndex: number }[]) => {
        const bin = Math.min(marks[0]?.dataIndex ?? 0, names.length - 1);
        const told = marks.map(({ seriesIndex }) => {
          const { name, rows } = series[seriesIndex]!;
          return `${name}: ${words.value(y, heightsOf(rows, names.length)[bin]!)}`;
        });
        return [names[bin], ...told].join('\n');
      },
    },
    // The bars stand by place on an axis that is not seen, and the edges on one that is: both are as wide.
    xAxis: [
      { type: 'category', data: names, show: false },
      {
        ...edgeAxis(theme, x, words),
        position: 'bottom',
        min: edges[0],
        max: edges.at(-1),
        splitLine: { show: false },
        axisLine: { show: true, onZero: false, lineStyle: { color: theme.line } },
        axisTick: { show: true, lineStyle: { color: theme.line } },
        axisPointer: { show: !isAlone, label: { show: false } },
      },
    ],
    yAxis: { ...plainAxis(theme, y, words, true), axisPointer: { show: false } },
    series: series.map((each) => (isAlone ? bars(theme, each, own) : outline(theme, each, own))),
  };
}

function bars(theme: ChartTheme, { name, color, rows }: Series, { names }: Bins): object {
  return {
    type: 'bar',
    name,
    data: heightsOf(rows, names.length),
    barCategoryGap: names.length > 50 ? '0%' : '3%',
    itemStyle: { color: color(theme) },
  };
}

/** A line that keeps a bin's height from its lower edge to the upper one. */
function outline(theme: ChartTheme, { name, color, rows }: Series, { names, edges }: Bins): object {
  const heights = heightsOf(rows, names.length);
  return {
    type: 'line',
    name,
    xAxisIndex: 1,
    step: 'end',
    data: edges.map((edge, at) => [edge, heights[Math.min(at, names.length - 1)]]),
    showSymbol: false,
    color: color(theme),
    lineStyle: { width: 2 },
    areaStyle: { opacity: 0.12 },
  };
}

function heightsOf(rows: Series['rows'], bins: number): readonly number[] {
  const known = new Map(rows.map((row) => [row[0]!, row.at(-1)!]));
  return Array.from({ length: bins }, (_, bin) => known.get(bin) ?? 0);
}

/** The outermost edges are seldom numbers that a person would name. */
function edgeAxis(theme: ChartTheme, x: ChartAxis, words: Words): object {
  const axis = plainAxis(theme, x, words) as { readonly axisLabel: object };
  return { ...axis, axisLabel: { ...axis.axisLabel, showMinLabel: false, showMaxLabel: false } };
}
