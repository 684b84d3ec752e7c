import type { Chart as Description } from '#schemas/chart.ts';
import { bounds, frame, tooltipOf, type Chart } from '../chart.ts';
import { plainAxis, seriesOf, wideTable } from './marks.ts';
import { titleOf, type Words } from './words.ts';

/** A curve for each colour, named at its end. */
export function lineChart(chart: Description, words: Words): Chart {
  const series = seriesOf(chart, words).filter(({ rows }) => rows.length > 0);
  const xs = [...new Set(chart.rows.map((row) => row[0]!))].sort((a, b) => a - b);
  const byX = (a: readonly (number | null)[], b: readonly (number | null)[]): number =>
    a[0]! - b[0]!;
  return {
    title: titleOf(
      chart,
      words,
      words.say('results.drawn.along', { y: words.name(chart.y), x: words.name(chart.x) }),
    ),
    summary: words.say('results.drawn.line', { count: xs.length, y: words.name(chart.y) }),
    height: 320,
    fits: true,
    table: wideTable(
      chart,
      series,
      xs.map((key) => ({ word: words.value(chart.x, key), key })),
      words,
    ),
    option: (theme) => ({
      ...frame(theme),
      useUTC: true,
      grid: { ...bounds, right: series.length > 1 ? 110 : 24, top: 16 },
      tooltip: {
        ...tooltipOf(theme),
        trigger: 'axis',
        valueFormatter: (value: unknown) =>
          typeof value === 'number' ? words.value(chart.y, value) : '–',
      },
      xAxis: {
        ...plainAxis(theme, chart.x, words),
        splitLine: { show: false },
        axisPointer: {
          label: { formatter: ({ value }: { value: number }) => words.value(chart.x, value) },
        },
        ...(chart.x.scale === 'linear' ? { min: 'dataMin', max: 'dataMax' } : {}),
      },
      yAxis: { ...plainAxis(theme, chart.y, words, true), scale: chart.y.figure !== 'count' },
      series: series.map(({ name, color, rows }) => ({
        type: 'line',
        name,
        data: rows.toSorted(byX).map((row) => [row[0], row.at(-1)]),
        showSymbol: rows.length <= 40,
        symbol: 'circle',
        symbolSize: 5,
        connectNulls: true,
        color: color(theme),
        lineStyle: { width: 2 },
        endLabel: {
          show: series.length > 1,
          formatter: name,
          fontSize: 12,
          width: 100,
          overflow: 'truncate',
          color: theme.ink,
          // Told, since it is else measured by a letter that not every machine has, and names lie over each other.
          lineHeight: 14,
        },
        labelLayout: { moveOverlap: 'shiftY' },
      })),
    }),
  };
}
