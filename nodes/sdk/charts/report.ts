/** The report that holds a picture. */
import { CHART_VERSION, type Chart, type ChartAxis } from '#schemas/chart.ts';
import type { Column } from '#schemas/types.ts';
import { significant } from '#nodes/lib/exact/significant.ts';
import type { Cell } from '../context.ts';
import type { Json, Note, ReportValue } from '../values.ts';

type Figures = {
  /** Rows in the picture. */
  readonly n: number;
  /** Rows that are not, for want of a value. */
  readonly missing: number;
};

export function chartReport(
  chart: Omit<Chart, 'version'>,
  figures: Figures & { readonly [name: string]: Json },
  notes: readonly Note[],
): ReportValue {
  const said: readonly Note[] =
    chart.rows.length === 0 ? [...notes, { code: 'chart-empty', level: 'warning' }] : notes;
  return {
    kind: 'report',
    type: 'chart',
    metrics: figures,
    details: { chart: { version: CHART_VERSION, ...chart } },
    notes: said,
  };
}

/** A figure as a report holds it: nine significant digits, null for what is none. */
export const figureOf = (cell: Cell | undefined): number | null =>
  typeof cell === 'number' && Number.isFinite(cell) ? significant(cell) : null;

/** An axis whose values stand as they are. */
export function plainAxis(column: Column, isLog = false, title = ''): ChartAxis {
  const isTime = column.type === 'date' || column.type === 'timestamp';
  return {
    column: column.name,
    type: column.type,
    scale: isTime ? 'time' : isLog ? 'log' : 'linear',
    ...titled(title),
  };
}

export const titled = (title: string): { readonly title?: string } =>
  title.trim() === '' ? {} : { title: title.trim() };

/** `columns`: those whose missing values cost the rows; an axis that is no column is left out. */
export function missingNote(
  count: number,
  columns: readonly (string | undefined)[],
): readonly Note[] {
  if (count === 0) return [];
  const named = columns.filter((column) => column !== undefined);
  const params = { count, columns: [...new Set(named)] };
  return [{ code: 'chart-rows-missing', level: 'info', params }];
}
