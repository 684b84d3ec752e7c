import type { Locale } from '#schemas/types.ts';
import type { Say } from '../../../i18n/useText.ts';
import { bounds, categoryAxis, frame, type Chart } from '../chart.ts';
import { correlation, isNumeric, numbersOf, type Sample } from './sample.ts';

const MOST = 20;

/** Pearson's r of each pair of numbers, from blue (against each other) over the page's grey to orange (together). */
export function correlationChart(sample: Sample, say: Say, locale: Locale): Chart | undefined {
  const names = sample.columns
    .filter(isNumeric)
    .map(({ name }) => name)
    .slice(0, MOST);
  if (names.length < 2) return undefined;
  const columns = names.map((name) => numbersOf(sample, name));
  const matrix = columns.map((a) => columns.map((b) => correlation(a, b)));
  const format = new Intl.NumberFormat(locale, {
    maximumFractionDigits: 2,
    // No minus before a zero.
    signDisplay: 'negative',
  });
  return {
    title: say('results.data.correlation'),
    summary: say('results.data.summary', { rows: sample.rows.length }),
    height: 120 + names.length * 28,
    table: {
      columns: ['', ...names],
      rows: matrix.map((row, at) => [names[at]!, ...row]),
    },
    option: (theme) => ({
      ...frame(theme),
      grid: { ...bounds, right: 16, top: 8 },
      tooltip: {
        ...(frame(theme)['tooltip'] as object),
        formatter: ({ value }: { value: [number, number, number] }) =>
          `${names[value[1]]} × ${names[value[0]]}: ${format.format(value[2])}`,
      },
      xAxis: {
        ...categoryAxis(theme, names),
        axisLabel: { color: theme.quiet, rotate: 35, width: 90, overflow: 'truncate' },
      },
      yAxis: { ...categoryAxis(theme, names), inverse: true },
      visualMap: {
        min: -1,
        max: 1,
        calculable: false,
        orient: 'horizontal',
        left: 'center',
        bottom: 0,
        itemHeight: 120,
        text: ['1', '−1'],
        textStyle: { color: theme.quiet },
        inRange: { color: [theme.series[0], theme.surface, theme.series[5]] },
      },
      series: [
        {
          type: 'heatmap',
          data: matrix.flatMap((row, y) =>
            row.flatMap((value, x) => (value === null ? [] : [[x, y, value]])),
          ),
          label: {
            show: names.length <= 10,
            color: theme.ink,
            formatter: ({ value }: { value: [number, number, number] }) => format.format(value[2]),
          },
          itemStyle: { borderColor: theme.surface, borderWidth: 2 },
        },
      ],
    }),
  };
}
