import type { Locale } from '#schemas/types.ts';
import type { Say } from '../../../i18n/useText.ts';
import { bounds, categoryAxis, frame, numberFormat, valueAxis, type Chart } from '../chart.ts';
import { countLabels, labelsOf, type Sample } from './sample.ts';

const MOST = 20;

/** How often each value occurs, most frequent on top. */
export function barChart(sample: Sample, x: string, say: Say, locale: Locale): Chart | undefined {
  const number = numberFormat(locale, 12);
  const { counts, others } = countLabels(labelsOf(sample, x), MOST);
  if (counts.length === 0) return undefined;
  const rows = [...counts, ...(others > 0 ? [[say('results.data.others'), others] as const] : [])];
  const upward = rows.toReversed();
  return {
    title: say('results.data.bar', { x }),
    summary: say('results.data.summary', { rows: sample.rows.length }),
    height: 60 + rows.length * 24,
    isList: true,
    table: { columns: [x, say('results.rows')], rows },
    option: (theme) => ({
      ...frame(theme),
      grid: { ...bounds, right: 48, top: 8 },
      xAxis: { ...valueAxis(theme, { formatter: number }), minInterval: 1 },
      yAxis: categoryAxis(
        theme,
        upward.map(([label]) => label),
      ),
      series: [
        {
          type: 'bar',
          data: upward.map(([, count]) => count),
          barMaxWidth: 18,
          itemStyle: { color: theme.accent, borderRadius: [0, 3, 3, 0] },
          label: {
            show: true,
            position: 'right',
            color: theme.ink,
            formatter: ({ value }: { value: number }) => number(value),
          },
        },
      ],
    }),
  };
}
