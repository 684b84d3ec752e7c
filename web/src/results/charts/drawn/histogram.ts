import type { Chart as Description, ChartAxis } from '#schemas/chart.ts';
import { bounds, frame, type Chart, type ChartTheme } from '../chart.ts';
import { legendOf, plainAxis, seriesOf, tooltipOf, wideTable } from './marks.ts';
import { titleOf, type Words } from './words.ts';

/** Bars without gaps between the edges of the bins; colours lie over each other. */
export function drawnHistogram(chart: Description, words: Words): Chart {
  const series = seriesOf(chart, words);
  const { x, y } = chart;
  const edges = x.edges ?? [];
  const bins = words.places(x);
  return {
    title: titleOf(chart, words, words.say('results.data.histogram', { x: words.name(x) })),
    summary: words.say('results.drawn.histogram', { count: bins.length, x: words.name(x) }),
    height: 320,
    fits: true,
    table: wideTable(
      chart,
      series,
      bins.map((word, key) => ({ word, key })),
      words,
    ),
    option: (theme) => ({
      ...frame(theme),
      useUTC: true,
      ...legendOf(theme, series),
      grid: { ...bounds, right: 32, top: series.length > 1 ? 40 : 16 },
      tooltip: {
        ...tooltipOf(theme),
        trigger: 'axis',
        axisPointer: { type: 'shadow' },
        valueFormatter: (value: unknown) =>
          typeof value === 'number' ? words.value(y, value) : '–',
      },
      // The bars stand by place on an axis that is not seen, and the edges on one that is: both are as wide.
      xAxis: [
        { type: 'category', data: bins, show: false },
        {
          ...edgeAxis(theme, x, words),
          position: 'bottom',
          min: edges[0],
          max: edges.at(-1),
          splitLine: { show: false },
          axisLine: { show: true, onZero: false, lineStyle: { color: theme.line } },
          axisTick: { show: true, lineStyle: { color: theme.line } },
          axisPointer: { show: false },
        },
      ],
      yAxis: { ...plainAxis(theme, y, words, true), axisPointer: { show: false } },
      series: series.map(({ name, color, rows }, at) => {
        const known = new Map(rows.map((row) => [row[0]!, row.at(-1)!]));
        return {
          type: 'bar',
          name,
          xAxisIndex: 0,
          data: bins.map((_, bin) => known.get(bin) ?? 0),
          barCategoryGap: bins.length > 50 ? '0%' : '3%',
          barGap: '-100%',
          itemStyle: { color: color(theme), opacity: series.length > 1 ? 0.6 : 1 },
          z: 2 + at,
        };
      }),
    }),
  };
}

/** The outermost edges are seldom numbers that a person would name. */
function edgeAxis(theme: ChartTheme, x: ChartAxis, words: Words): object {
  const axis = plainAxis(theme, x, words) as { readonly axisLabel: object };
  return { ...axis, axisLabel: { ...axis.axisLabel, showMinLabel: false, showMaxLabel: false } };
}
