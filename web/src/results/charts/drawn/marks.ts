/** What the described pictures share: colours of groups, axes, legends, rows by colour. */
import type { Chart, ChartAxis } from '#schemas/chart.ts';
import { valueAxis, type ChartTheme } from '../chart.ts';
import type { Words } from './words.ts';

/** One line of bars, a curve, or one colour of points. */
export type Series = {
  readonly name: string;
  readonly color: (theme: ChartTheme) => string;
  readonly rows: Chart['rows'];
};

/** The rows of each colour; all of them where nothing is told apart. */
export function seriesOf(chart: Chart, words: Words): readonly Series[] {
  const { colour } = chart;
  const at = chart.fields.indexOf('colour');
  if (colour === undefined || at < 0) {
    return [{ name: words.name(chart.y), color: (theme) => theme.accent, rows: chart.rows }];
  }
  return words.places(colour).map((name, place) => ({
    name,
    color: (theme) => colourAt(theme, colour, place),
    rows: chart.rows.filter((row) => row[at] === place),
  }));
}

/** Okabe and Ito's grey. */
const MISSING = '#999999';

/** The test part stands in the accent wherever it is; what is no group of its own is grey. */
function colourAt(theme: ChartTheme, axis: ChartAxis, place: number): string {
  const group = axis.groups?.[place];
  if (group !== undefined && 'missing' in group) return MISSING;
  if (group !== undefined && 'others' in group) return theme.quiet;
  if (axis.part === true && group !== undefined) {
    if (group.value === 'test') return theme.accent;
    if (group.value === 'train') return theme.series[1]!;
    if (group.value === 'validation') return theme.series[2]!;
  }
  return theme.series[place % theme.series.length]!;
}

export function legendOf(theme: ChartTheme, series: readonly Series[]): object {
  return series.length < 2
    ? {}
    : {
        legend: {
          top: 0,
          left: 0,
          type: 'plain',
          textStyle: { color: theme.ink },
          icon: 'roundRect',
          itemWidth: 10,
          itemHeight: 10,
        },
      };
}

/** An axis of numbers or of time. */
export function plainAxis(theme: ChartTheme, axis: ChartAxis, words: Words, isUp = false): object {
  const base = valueAxis(theme, {
    name: words.name(axis),
    formatter: axis.scale === 'time' ? (time) => words.value(axis, time) : tickOf(axis, words),
    scale: axis.figure === undefined,
  });
  const type = axis.scale === 'linear' ? 'value' : axis.scale;
  return {
    ...base,
    type,
    ...(isUp ? { nameGap: 52 } : {}),
    ...(axis.figure === 'count' ? { minInterval: 1 } : {}),
  };
}

const tickOf = (axis: ChartAxis, words: Words): ((value: number) => string) =>
  axis.figure === 'share' ? (value) => words.value(axis, value) : words.tick;

/** A table with a line for each place and a column for each colour; `none` where no row of the picture stands. */
export function wideTable(
  chart: Chart,
  series: readonly Series[],
  xs: readonly { readonly word: string; readonly key: number }[],
  words: Words,
  none: 0 | null = null,
): {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number | null)[])[];
} {
  const values = series.map(
    ({ rows }) => new Map(rows.map((row) => [row[0]!, row.at(-1) ?? null])),
  );
  return {
    columns: [words.name(chart.x), ...series.map(({ name }) => name)],
    rows: xs.map(({ word, key }) => [word, ...values.map((own) => own.get(key) ?? none)]),
  };
}
