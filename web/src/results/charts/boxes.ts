/** Boxes and whiskers, from figures that are there already. */
import {
  bounds,
  categoryAxis,
  fitAcross,
  frame,
  slanted,
  tooltipOf,
  type Cell,
  type Chart,
  type ChartTheme,
} from './chart.ts';

export type Box = {
  readonly name: string;
  /** Low end, first quartile, median, third quartile, high end. */
  readonly numbers: readonly number[];
};

type Picture = {
  readonly title: string;
  readonly summary: string;
  readonly boxes: readonly Box[];
  /** What the five numbers are called. */
  readonly words: readonly string[];
  readonly table: {
    readonly columns: readonly string[];
    readonly rows: readonly (readonly Cell[])[];
  };
  /** Of the groups; empty for none. */
  readonly by: string;
  readonly axis: (theme: ChartTheme) => object;
  readonly number: (value: number) => string;
  readonly fits?: boolean;
  /** Place of the box and value. */
  readonly points?: readonly (readonly number[])[];
};

export function boxPicture(picture: Picture): Chart {
  const { title, summary, boxes, words, table, by, number, points = [] } = picture;
  const names = boxes.map(({ name }) => name);
  return {
    title,
    summary,
    height: 320,
    fits: picture.fits ?? false,
    table,
    option: (theme) => ({
      ...frame(theme),
      grid: { ...bounds, right: 16, top: 16 },
      tooltip: {
        ...tooltipOf(theme),
        formatter: ({ seriesIndex, dataIndex }: { seriesIndex: number; dataIndex: number }) =>
          seriesIndex === 1
            ? number(points[dataIndex]![1]!)
            : [
                ...(boxes[dataIndex]!.name === '' ? [] : [boxes[dataIndex]!.name]),
                ...words.map((word, at) => `${word}: ${number(boxes[dataIndex]!.numbers[at]!)}`),
              ].join('\n'),
      },
      xAxis: {
        ...categoryAxis(theme, names, by === '' ? undefined : by),
        ...(fitAcross(names) ? {} : { axisLabel: slanted(theme, names) }),
      },
      yAxis: picture.axis(theme),
      series: [
        {
          type: 'boxplot',
          data: boxes.map(({ numbers }) => numbers),
          itemStyle: { color: theme.surface, borderColor: theme.accent, borderWidth: 1.5 },
          boxWidth: [16, 48],
        },
        ...(points.length === 0
          ? []
          : [
              {
                type: 'scatter',
                data: points,
                symbolSize: 5,
                itemStyle: { color: theme.accent, opacity: 0.5 },
              },
            ]),
      ],
    }),
  };
}
