import type { Locale } from '#schemas/types.ts';
import type { Say } from '../../../i18n/useText.ts';
import { bounds, frame, numberFormat, valueAxis, type Chart, type ChartTheme } from '../chart.ts';
import type { Choice } from './dataChart.ts';
import { countLabels, labelsOf, numbersOf, type Sample } from './sample.ts';

type Group = { readonly name: string; readonly points: readonly (readonly [number, number])[] };

/** As many as colours that anybody tells apart. */
const GROUPS = 7;

/** One number against another, as points or, in the order of x, as a line; coloured by a category. */
export function pointChart(
  { kind, x, y, by }: Choice,
  sample: Sample,
  say: Say,
  locale: Locale,
): Chart | undefined {
  const groups = groupsOf(sample, x, y, by, say('results.data.others'), kind === 'line');
  const all = groups.flatMap(({ points }) => points);
  if (all.length === 0) return undefined;
  const column = sample.columns.find(({ name }) => name === x);
  const isTime = column?.type === 'date' || column?.type === 'timestamp';
  const number = numberFormat(locale);
  return {
    title: say('results.data.against', { x, y }),
    summary: say('results.data.summary', { rows: all.length }),
    height: 340,
    table: {
      columns: by === '' ? [x, y] : [x, y, by],
      rows: groups.flatMap(({ name, points }) =>
        points.map((point) => (by === '' ? [...point] : [...point, name])),
      ),
    },
    option: (theme) => ({
      ...frame(theme),
      grid: { ...bounds, right: 24, top: by === '' ? 16 : 40 },
      ...(by === ''
        ? {}
        : {
            legend: {
              top: 0,
              textStyle: { color: theme.ink },
              icon: 'circle',
              itemWidth: 8,
              itemHeight: 8,
            },
          }),
      xAxis: isTime
        ? { ...valueAxis(theme, { name: x }), type: 'time' }
        : valueAxis(theme, { name: x, scale: true, formatter: number }),
      yAxis: { ...valueAxis(theme, { name: y, scale: true, formatter: number }) },
      series: groups.map((group, at) => seriesOf(group, at, kind, all.length, theme)),
    }),
  };
}

function seriesOf(
  { name, points }: Group,
  at: number,
  kind: Choice['kind'],
  count: number,
  theme: ChartTheme,
): object {
  const color = name === '' ? theme.accent : theme.series[at % theme.series.length];
  return kind === 'line'
    ? { type: 'line', name, data: points, showSymbol: false, color, lineStyle: { width: 1.5 } }
    : {
        type: 'scatter',
        name,
        data: points,
        symbolSize: count > 1000 ? 4 : 6,
        itemStyle: { color, opacity: 0.6 },
      };
}

function groupsOf(
  sample: Sample,
  x: string,
  y: string,
  by: string,
  others: string,
  sorted: boolean,
): readonly Group[] {
  const [xs, ys] = [numbersOf(sample, x), numbersOf(sample, y)];
  const labels = by === '' ? [] : labelsOf(sample, by);
  const kept = new Set(countLabels(labels, GROUPS - 1).counts.map(([label]) => label));
  const groups = new Map<string, (readonly [number, number])[]>();
  xs.forEach((a, at) => {
    const b = ys[at] ?? null;
    if (a === null || b === null) return;
    const label = labels[at] ?? null;
    const name = by === '' ? '' : label !== null && kept.has(label) ? label : others;
    const points = groups.get(name);
    if (points === undefined) groups.set(name, [[a, b]]);
    else points.push([a, b]);
  });
  return [...groups].map(([name, points]) => ({
    name,
    points: sorted ? points.toSorted((a, b) => a[0] - b[0]) : points,
  }));
}
