/** Cells by colour: correlations from blue over the page's own grey to orange, quantities from pale to full. */
import {
  bounds,
  categoryAxis,
  frame,
  slanted,
  tooltipOf,
  type Cell,
  type Chart,
  type ChartTheme,
} from './chart.ts';

export type Matrix = {
  readonly title: string;
  readonly summary: string;
  readonly across: readonly string[];
  readonly down: readonly string[];
  readonly names?: readonly [x: string, y: string];
  /** [place across, place down, value] */
  readonly cells: readonly (readonly [number, number, number])[];
  readonly table: {
    readonly columns: readonly string[];
    readonly rows: readonly (readonly Cell[])[];
  };
  /** The ends of the ramp; around 0 it has two sides. */
  readonly range: readonly [low: number, high: number];
  readonly isDiverging: boolean;
  readonly format: (value: number) => string;
};

/** More cells in a line have no room for figures. */
const TOLD = 14;
const LINE = 28;

export function matrixPicture(matrix: Matrix): Chart {
  const { title, summary, across, down, names, cells, range, isDiverging, format } = matrix;
  const [low, high] = range;
  const depth = (value: number): number =>
    isDiverging
      ? Math.abs(value) / Math.max(Math.abs(low), high, 1e-300)
      : (value - low) / (high - low || 1);
  return {
    title,
    summary,
    height: Math.min(760, 130 + down.length * LINE),
    isList: true,
    table: matrix.table,
    option: (theme) => ({
      ...frame(theme),
      grid: { ...bounds, right: 16, top: 8, bottom: 40 },
      tooltip: {
        ...tooltipOf(theme),
        formatter: ({ value }: { value: readonly [number, number, number] }) =>
          `${down[value[1]]} × ${across[value[0]]}: ${format(value[2])}`,
      },
      xAxis: {
        ...categoryAxis(theme, across, names?.[0]),
        axisLabel: slanted(theme, across),
      },
      yAxis: { ...categoryAxis(theme, down), inverse: true },
      visualMap: rampOf(theme, matrix),
      series: [
        {
          type: 'heatmap',
          data: cells.map((value) => ({
            value,
            label: { color: labelColour(theme, depth(value[2]), isDiverging) },
          })),
          label: {
            show: across.length <= TOLD && down.length <= TOLD * 2,
            fontSize: 12,
            formatter: ({ value }: { value: readonly [number, number, number] }) =>
              format(value[2]),
          },
          itemStyle: { borderColor: theme.surface, borderWidth: 2 },
        },
      ],
    }),
  };
}

/** On full colour the page's own surface is read best; of a diverging ramp both ends are dark in either theme. */
function labelColour(theme: ChartTheme, depth: number, isDiverging: boolean): string {
  if (depth <= 0.6) return theme.ink;
  return isDiverging ? '#ffffff' : theme.surface;
}

function rampOf(theme: ChartTheme, { range, isDiverging, format }: Matrix): object {
  const [min, max] = range;
  return {
    min,
    max,
    calculable: false,
    orient: 'horizontal',
    left: 'center',
    bottom: 0,
    itemHeight: 120,
    itemWidth: 12,
    text: [format(max), format(min)],
    textStyle: { color: theme.quiet },
    inRange: {
      color: isDiverging
        ? [theme.series[0], theme.surface, theme.series[5]]
        : [theme.line, theme.accent],
    },
  };
}
