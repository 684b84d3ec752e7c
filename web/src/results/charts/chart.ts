/** A picture of figures, without a library: what ECharts draws is made from it, and so is the table behind it. */
import type { EChartsCoreOption } from 'echarts/core';
import type { Locale } from '#schemas/types.ts';

/** Colours as the page's theme has them at the moment. */
export type ChartTheme = {
  readonly ink: string;
  readonly quiet: string;
  readonly line: string;
  readonly surface: string;
  readonly raised: string;
  readonly accent: string;
  readonly failed: string;
  /** Okabe and Ito's, for categories. */
  readonly series: readonly string[];
};

export type Cell = string | number | null;

export type Chart = {
  /** Also the name of the files that it is saved to. */
  readonly title: string;
  /** What it shows, for those who do not see it. */
  readonly summary: string;
  readonly option: (theme: ChartTheme) => EChartsCoreOption;
  readonly table: {
    readonly columns: readonly string[];
    readonly rows: readonly (readonly Cell[])[];
  };
  /** Pixels. */
  readonly height?: number;
  /** Its height is that of its lines, which are read one by one: a low panel does not press them together. */
  readonly isList?: boolean;
  /** As tall as the panel has room for; `height` where there is no panel. */
  readonly fits?: boolean;
};

/** Room for the axes with their labels and names, whatever those are. */
export const bounds = {
  left: 8,
  right: 16,
  top: 16,
  bottom: 8,
  outerBoundsMode: 'same',
  outerBoundsContain: 'all',
} as const;

/** What all pictures have: quiet axes, thin grid lines, text of the page's size. */
export function frame(theme: ChartTheme): EChartsCoreOption {
  return {
    animation: false,
    textStyle: { fontFamily: 'Inter, system-ui, sans-serif', color: theme.ink },
    color: [...theme.series],
    grid: { ...bounds, right: 24, top: 32 },
    tooltip: tooltipOf(theme),
  };
}

/** Drawn, not HTML: names are text in it whatever they hold, and the page's policy refuses styles inside HTML. */
export const tooltipOf = (theme: ChartTheme): object => ({
  renderMode: 'richText',
  backgroundColor: theme.raised,
  borderColor: theme.line,
  textStyle: { color: theme.ink, fontSize: 12 },
});

type AxisOptions = {
  readonly name?: string;
  readonly min?: number;
  readonly max?: number;
  readonly formatter?: (value: number) => string;
  /** Does not begin at 0 where the values are far from it. */
  readonly scale?: boolean;
};

export function valueAxis(theme: ChartTheme, options: AxisOptions = {}): object {
  const { name, min, max, formatter, scale = false } = options;
  return {
    type: 'value',
    scale,
    ...(name === undefined ? {} : { name, nameLocation: 'middle', nameGap: 26 }),
    ...(min === undefined ? {} : { min }),
    ...(max === undefined ? {} : { max }),
    nameTextStyle: { color: theme.quiet, fontSize: 12 },
    axisLabel: {
      color: theme.quiet,
      fontSize: 12,
      hideOverlap: true,
      ...(formatter && { formatter }),
    },
    axisLine: { show: false },
    axisTick: { show: false },
    splitLine: { lineStyle: { color: theme.line } },
  };
}

export function categoryAxis(theme: ChartTheme, data: readonly string[], name?: string): object {
  return {
    type: 'category',
    data,
    ...(name === undefined ? {} : { name, nameLocation: 'middle', nameGap: 26 }),
    nameTextStyle: { color: theme.quiet, fontSize: 12 },
    axisLabel: {
      color: theme.quiet,
      fontSize: 12,
      hideOverlap: true,
      width: 110,
      overflow: 'truncate',
    },
    axisLine: { lineStyle: { color: theme.line } },
    axisTick: { show: false },
  };
}

/** Letters that stand beside each other below a picture as it is drawn first. */
const LETTERS = 40;

/** Whether all names have room upright, each below its own place; else every other would be left out. */
export const fitAcross = (names: readonly string[]): boolean =>
  names.length * Math.max(0, ...names.map((name) => name.length)) <= LETTERS;

/** Labels of categories of which none is left out. */
export const slanted = (theme: ChartTheme, names: readonly string[]): object => ({
  color: theme.quiet,
  fontSize: 12,
  interval: 0,
  width: 96,
  overflow: 'truncate',
  rotate: names.length > 8 || names.some((name) => name.length > 10) || !fitAcross(names) ? 35 : 0,
});

/** With up to so many digits after the sign as tell it apart at its size. */
export function numberFormat(locale: Locale, digits = 4): (value: number) => string {
  const format = new Intl.NumberFormat(locale, { maximumSignificantDigits: digits });
  return (value) => format.format(value);
}

export function percentFormat(locale: Locale, digits = 0): (value: number) => string {
  const format = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: digits });
  return (value) => format.format(value);
}
