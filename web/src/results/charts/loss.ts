/** Figures of training by epoch, as they come in. */
import type { Locale } from '#schemas/types.ts';
import type { Say } from '../../i18n/useText.ts';
import { bounds, frame, numberFormat, tooltipOf, valueAxis, type Chart } from './chart.ts';

export type Curve = readonly Readonly<Record<string, number>>[];

const counters: ReadonlySet<string> = new Set(['done', 'epoch', 'iteration']);

/** One line a figure; the validation part, which is what counts, in the accent. Undefined before the first point. */
export function lossChart(curve: Curve, say: Say, locale: Locale): Chart | undefined {
  const names = [...new Set(curve.flatMap((point) => Object.keys(point)))].filter(
    (name) => !counters.has(name),
  );
  if (names.length === 0) return undefined;
  const number = numberFormat(locale);
  const wordOf = (name: string): string =>
    name === 'loss' || name === 'validationLoss' ? say(`results.loss.${name}`) : name;
  const at = (point: Curve[number], index: number): number => point['done'] ?? index + 1;
  const last = curve.at(-1)!;
  return {
    title: say('results.loss.title'),
    summary: say('results.loss.summary', { steps: curve.length, last: last[names.at(-1)!] ?? 0 }),
    height: 260,
    fits: true,
    table: {
      columns: [say('results.loss.x'), ...names.map(wordOf)],
      rows: curve.map((point, index) => [
        at(point, index),
        ...names.map((name) => point[name] ?? null),
      ]),
    },
    option: (theme) => ({
      ...frame(theme),
      grid: { ...bounds, right: 96, top: 16 },
      tooltip: {
        ...tooltipOf(theme),
        trigger: 'axis',
        valueFormatter: (value: unknown) => (typeof value === 'number' ? number(value) : ''),
      },
      xAxis: {
        ...valueAxis(theme, { name: say('results.loss.x'), formatter: number }),
        minInterval: 1,
        max: 'dataMax',
      },
      yAxis: valueAxis(theme, { scale: true, formatter: number }),
      series: names.map((name, index) => ({
        type: 'line',
        name: wordOf(name),
        data: curve.flatMap((point, step) =>
          point[name] === undefined ? [] : [[at(point, step), point[name]]],
        ),
        showSymbol: curve.length === 1,
        color:
          name.startsWith('validation') || names.length === 1
            ? theme.accent
            : theme.series[(index + 1) % theme.series.length],
        lineStyle: {
          width: 2,
          type: name.startsWith('validation') || names.length === 1 ? 'solid' : 'dashed',
        },
        // Two losses often end side by side.
        labelLayout: { moveOverlap: 'shiftY' },
        endLabel: {
          show: true,
          formatter: wordOf(name),
          fontSize: 12,
          lineHeight: 16,
          width: 88,
          overflow: 'break',
          color: theme.ink,
        },
      })),
    }),
  };
}
