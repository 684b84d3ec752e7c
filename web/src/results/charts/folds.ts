/** A score in each fold of a cross-validation, with the mean as a line. */
import type { Locale } from '#schemas/types.ts';
import type { Say } from '../../i18n/useText.ts';
import { numberAt, recordsAt, type Report } from '../report.ts';
import {
  bounds,
  categoryAxis,
  frame,
  numberFormat,
  percentFormat,
  tooltipOf,
  valueAxis,
  type Chart,
} from './chart.ts';

export function foldsChart(
  { metrics, details }: Report,
  say: Say,
  locale: Locale,
): Chart | undefined {
  const folds = recordsAt(details, 'folds');
  const name = numberAt(metrics, 'accuracy') === undefined ? 'mae' : 'accuracy';
  const values = folds.map((fold) => numberAt(fold, name) ?? null);
  const mean = numberAt(metrics, name);
  if (folds.length === 0 || mean === undefined) return undefined;
  const format = name === 'accuracy' ? percentFormat(locale, 1) : numberFormat(locale);
  const word = say(`results.figure.${name}`);
  const labels = folds.map((_, at) => String(at + 1));
  return {
    title: say('results.folds.title', { figure: word }),
    summary: say('results.folds.summary', { count: folds.length, mean: format(mean) }),
    height: 260,
    table: {
      columns: [say('results.folds.fold'), word],
      rows: values.map((value, at) => [at + 1, value]),
    },
    option: (theme) => ({
      ...frame(theme),
      grid: { ...bounds, right: 72, top: 16 },
      tooltip: {
        ...tooltipOf(theme),
        trigger: 'axis',
        valueFormatter: (value: unknown) => (typeof value === 'number' ? format(value) : ''),
      },
      xAxis: categoryAxis(theme, labels, say('results.folds.fold')),
      yAxis: valueAxis(theme, { formatter: format }),
      series: [
        {
          type: 'bar',
          name: word,
          data: values,
          barMaxWidth: 40,
          itemStyle: { color: theme.accent, borderRadius: [3, 3, 0, 0] },
          markLine: {
            symbol: 'none',
            silent: true,
            data: [{ yAxis: mean }],
            lineStyle: { color: theme.quiet, type: 'dashed' },
            label: {
              color: theme.ink,
              formatter: say('results.folds.mean', { mean: format(mean) }),
            },
          },
        },
      ],
    }),
  };
}
