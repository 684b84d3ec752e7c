import type { Chart as Description } from '#schemas/chart.ts';
import type { EChartsCoreOption } from 'echarts/core';
import {
  bounds,
  categoryAxis,
  fitAcross,
  frame,
  tooltipOf,
  type Chart,
  type ChartTheme,
} from '../chart.ts';
import { legendOf, plainAxis, seriesOf, wideTable, type Series } from './marks.ts';
import { titleOf, type Words } from './words.ts';

/** Names longer than these, or more bars, are read line by line. */
const LONG = 12;
const MANY = 8;

/** Bars of a figure by category; upright while few and shortly named. */
export function barChart(chart: Description, words: Words): Chart {
  const series = seriesOf(chart, words);
  const places = words.places(chart.x);
  const isLying =
    chart.x.edges === undefined &&
    (places.length > MANY || places.some((name) => name.length > LONG) || !fitAcross(places));
  const isStacked = chart.layout === 'stacked' || chart.layout === 'shares';
  const own = { series, places, isLying, isStacked };
  const bars = isStacked ? places.length : places.length * series.length;
  const table = wideTable(
    chart,
    series,
    places.map((word, key) => ({ word, key })),
    words,
  );
  return {
    title: titleOf(
      chart,
      words,
      words.say('results.drawn.by', { y: words.name(chart.y), x: words.name(chart.x) }),
    ),
    summary: words.say('results.drawn.bar', { count: places.length, y: words.name(chart.y) }),
    height: isLying ? Math.max(220, 90 + bars * (isStacked ? 26 : 20)) : 320,
    isList: isLying,
    fits: !isLying,
    table,
    option: (theme) => option(theme, chart, words, own),
  };
}

type Bars = {
  readonly series: readonly Series[];
  readonly places: readonly string[];
  readonly isLying: boolean;
  readonly isStacked: boolean;
};

function option(theme: ChartTheme, chart: Description, words: Words, own: Bars): EChartsCoreOption {
  const { series, places, isLying, isStacked } = own;
  const isShare = chart.layout === 'shares' && series.length > 1;
  const y = isShare
    ? { ...chart.y, figure: 'share' as const, title: words.say('results.drawn.share') }
    : chart.y;
  const along = {
    ...categoryAxis(theme, places, words.name(chart.x)),
    ...(isLying ? { inverse: true, nameLocation: 'start', nameGap: 8 } : {}),
  };
  const up = { ...plainAxis(theme, y, words, !isLying), ...(isShare ? { max: 1 } : {}) };
  const format = (value: unknown): string =>
    typeof value === 'number' ? words.value(y, value) : '–';
  const labelled = series.length === 1 && places.length <= 30;
  return {
    ...frame(theme),
    ...legendOf(theme, series),
    grid: { ...bounds, right: isLying ? 56 : 16, top: series.length > 1 ? 40 : 24 },
    tooltip: {
      ...tooltipOf(theme),
      trigger: 'axis',
      axisPointer: { type: 'shadow' },
      valueFormatter: format,
    },
    xAxis: isLying ? up : along,
    yAxis: isLying ? along : up,
    series: series.map((each) => ({
      type: 'bar',
      name: each.name,
      data: valuesOf(each, own, isShare),
      ...(isStacked ? { stack: 'all' } : {}),
      barMaxWidth: isLying ? 18 : 56,
      itemStyle: {
        color: each.color(theme),
        ...(isStacked ? {} : { borderRadius: corners(isLying) }),
      },
      label: {
        show: labelled,
        position: isLying ? 'right' : 'top',
        color: theme.ink,
        fontSize: 12,
        formatter: ({ value }: { value: number }) => words.tick(value),
      },
      labelLayout: { hideOverlap: true },
    })),
  };
}

const corners = (isLying: boolean): readonly number[] => (isLying ? [0, 3, 3, 0] : [3, 3, 0, 0]);

/** A value for each place; as shares, of the size of all that stand there, whatever their sign. */
function valuesOf(
  { rows }: Series,
  { series, places }: Bars,
  isShare: boolean,
): readonly (number | null)[] {
  const known = new Map(rows.map((row) => [row[0]!, row.at(-1) ?? null]));
  return places.map((_, place) => {
    const value = known.get(place) ?? null;
    if (!isShare || value === null) return value;
    const total = series.reduce(
      (sum, each) => sum + Math.abs(each.rows.find((row) => row[0] === place)?.at(-1) ?? 0),
      0,
    );
    return total === 0 ? null : value / total;
  });
}
