/** A picture for a place so low that a legend and the names of axes would leave it little. */
import type { EChartsCoreOption } from 'echarts/core';
import { isRecord } from '../report.ts';

type Part = Readonly<Record<string, unknown>>;

/** Of a legend beside the picture, with the lines that stand for its colours. */
const LEGEND = 188;
const LEGEND_WORDS = 152;
/** Of a letter, at the size of an axis's name. */
const LETTER = 7;
/** Of figures and name below the lower axis. */
const BELOW = 40;
/** Of a figure along the lower axis, with the space to the next; and of one up the other axis. */
const FIGURE = 80;
const LINE = 24;

/** The legend beside it, fewer figures on the axes, and their names closer; its size in pixels. */
export function pressed(
  option: EChartsCoreOption,
  { width, height }: { readonly width: number; readonly height: number },
): EChartsCoreOption {
  const { grid, legend, xAxis, yAxis } = option;
  const hasLegend = isRecord(legend);
  const isLong = isRecord(yAxis) && lengthOf(yAxis) * LETTER > height - BELOW;
  // The grid keeps the names of its axes within these bounds.
  const space = { top: isLong ? 2 : 10, bottom: 2, ...(hasLegend ? { right: LEGEND } : {}) };
  return {
    ...option,
    ...(isRecord(grid) ? { grid: { ...grid, ...space } } : {}),
    ...(hasLegend ? { legend: beside(legend) } : {}),
    ...(isRecord(xAxis) ? { xAxis: { ...xAxis, nameGap: 24, splitNumber: across(width) } } : {}),
    ...(isRecord(yAxis)
      ? { yAxis: { ...yAxis, splitNumber: few(yAxis, height), ...(isLong ? above : {}) } }
      : {}),
  };
}

/** A name that is longer than its axis stands above it, clear of the topmost figure. */
const above = { nameLocation: 'end', nameRotate: 0, nameGap: 12 };

/** So many that figures of thousands do not touch; as many as usual where there is room. */
const across = (width: number): number => Math.max(2, Math.min(5, Math.floor(width / FIGURE) - 1));

/** So many that their figures do not lie over each other. Of shares none, half and all; thirds would be odd figures. */
const few = ({ max }: Part, height: number): number =>
  Math.max(1, Math.min(max === 1 ? 2 : 3, Math.floor((height - BELOW) / LINE)));

const lengthOf = ({ name }: Part): number => (typeof name === 'string' ? name.length : 0);

function beside({ left: _left, bottom: _bottom, textStyle, ...legend }: Part): Part {
  return {
    ...legend,
    type: 'scroll',
    orient: 'vertical',
    top: 0,
    right: 0,
    itemWidth: 20,
    textStyle: {
      ...(isRecord(textStyle) ? textStyle : {}),
      width: LEGEND_WORDS,
      overflow: 'truncate',
    },
  };
}
