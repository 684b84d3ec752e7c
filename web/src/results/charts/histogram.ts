import type { Locale } from '#schemas/types.ts';
import {
  bounds,
  categoryAxis,
  frame,
  numberFormat,
  tooltipOf,
  valueAxis,
  type Chart,
} from './chart.ts';

type Bins = { readonly edges: readonly number[]; readonly counts: readonly number[] };
type Words = {
  readonly title: string;
  readonly summary: string;
  readonly x: string;
  readonly y: string;
};

/** Bars without gaps, one a bin; `edges` has one more entry than `counts`. */
export function histogramChart({ edges, counts }: Bins, words: Words, locale: Locale): Chart {
  const number = numberFormat(locale, 3);
  const range = (at: number): string => `${number(edges[at]!)} – ${number(edges[at + 1]!)}`;
  return {
    title: words.title,
    summary: words.summary,
    height: 280,
    table: { columns: [words.x, words.y], rows: counts.map((count, at) => [range(at), count]) },
    option: (theme) => ({
      ...frame(theme),
      grid: { ...bounds, right: 32, top: 16 },
      tooltip: { ...tooltipOf(theme), trigger: 'axis' },
      xAxis: categoryAxis(
        theme,
        counts.map((_, at) => range(at)),
        words.x,
      ),
      yAxis: {
        ...valueAxis(theme, { name: words.y, formatter: number }),
        nameGap: 44,
        minInterval: 1,
      },
      series: [
        {
          type: 'bar',
          name: words.y,
          data: counts,
          barCategoryGap: '4%',
          itemStyle: { color: theme.accent },
        },
      ],
    }),
  };
}
