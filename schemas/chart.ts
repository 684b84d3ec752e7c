/**
 * The description of a picture that a report holds under `details.chart`: what stands on the axes and the figures to
 * draw, aggregated. It says nothing of colours or pixels, so that any program can draw it, and a later one knows from
 * `version` how to read it.
 */
import type { ValueType } from './types.ts';

export const CHART_VERSION = 1;
/** A picture is a summary: nobody sees more marks than these. */
export const MOST_CHART_ROWS = 10_000;

export type ChartKind =
  | 'bar'
  | 'line'
  | 'scatter'
  | 'histogram'
  | 'box'
  | 'heatmap'
  | 'correlation';

export type ChartFigure =
  | 'count'
  | 'share'
  | 'sum'
  | 'mean'
  | 'median'
  | 'min'
  | 'max'
  | 'pearson'
  | 'spearman';

/** A place on an axis of categories, or a colour: one value, rows without a value, or so many values together. */
export type ChartGroup =
  | { readonly value: string | number | boolean }
  | { readonly missing: true }
  | { readonly others: number };

export type ChartAxis = {
  /** Absent where rows are counted, and for the part of a split. */
  readonly column?: string;
  /** The groups are the parts of a split, or its folds. */
  readonly part?: true;
  /** Of the column's values. */
  readonly type: ValueType;
  readonly scale: 'category' | 'linear' | 'log' | 'time';
  /** What was made of the column's values; absent where they stand as they are. */
  readonly figure?: ChartFigure;
  /** Of an axis of categories, in order; rows name them by place. */
  readonly groups?: readonly ChartGroup[];
  /** Of an axis of bins: one more than bins, rising; each bin holds its lower edge, the last one both. */
  readonly edges?: readonly number[];
  /** Of moments put together: the stretch. */
  readonly step?: string;
  /** The name in a person's own words. */
  readonly title?: string;
};

/** Moments are milliseconds since 1970 in UTC. */
export type Chart = {
  readonly version: typeof CHART_VERSION;
  readonly kind: ChartKind;
  /** A person's own; empty where there is none. */
  readonly title: string;
  readonly x: ChartAxis;
  readonly y: ChartAxis;
  /** What tells the series apart, or a quantity told by colour. */
  readonly colour?: ChartAxis;
  readonly layout?: 'grouped' | 'stacked' | 'shares';
  /** What each place of a row holds: `x`, `y` and `colour`, and for boxes the figures of each. */
  readonly fields: readonly string[];
  readonly rows: readonly (readonly (number | null)[])[];
  /** Boxes: values beyond the whiskers, each with the place of its box on the axis and its colour. */
  readonly points?: readonly (readonly number[])[];
  /** The line of least squares through all rows, and Pearson's r. */
  readonly trend?: { readonly slope: number; readonly intercept: number; readonly r: number };
};

/** How many places a row has at least. */
const PLACES: Readonly<Record<ChartKind, number>> = {
  bar: 2,
  line: 2,
  scatter: 2,
  histogram: 2,
  box: 9,
  heatmap: 3,
  correlation: 4,
};
const SCALES: ReadonlySet<unknown> = new Set(['category', 'linear', 'log', 'time']);

/** Undefined where a value of any origin is no chart of this version that can be drawn. */
export function readChart(value: unknown): Chart | undefined {
  if (!isRecord(value) || value['version'] !== CHART_VERSION) return undefined;
  const { kind, title, x, y, colour, fields, rows, points, trend } = value;
  const isSound =
    isKind(kind) &&
    typeof title === 'string' &&
    isAxis(x) &&
    isAxis(y) &&
    (colour === undefined || isAxis(colour)) &&
    isList(fields, (field) => typeof field === 'string') &&
    fields.length >= Math.max(PLACES[kind], colour === undefined ? 0 : 3) &&
    areRows(rows, fields.length) &&
    (points === undefined || areRows(points, 2)) &&
    (trend === undefined || isTrend(trend));
  return isSound ? (value as unknown as Chart) : undefined;
}

const isKind = (value: unknown): value is ChartKind =>
  typeof value === 'string' && Object.hasOwn(PLACES, value);

type Fields = Readonly<Record<string, unknown>>;

const isRecord = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isList = (value: unknown, holds: (item: unknown) => boolean): value is readonly unknown[] =>
  Array.isArray(value) && value.length <= MOST_CHART_ROWS && value.every(holds);

const isFigure = (value: unknown): boolean =>
  value === null || (typeof value === 'number' && Number.isFinite(value));

const areRows = (value: unknown, places: number): boolean =>
  isList(value, (row) => isList(row, isFigure) && row.length === places);

const isText = (value: unknown): boolean => value === undefined || typeof value === 'string';

function isAxis(value: unknown): boolean {
  if (!isRecord(value) || !SCALES.has(value['scale']) || typeof value['type'] !== 'string') {
    return false;
  }
  const { groups, edges, column, title, figure, step } = value;
  return (
    [column, title, figure, step].every(isText) &&
    (groups === undefined || isList(groups, isGroup)) &&
    (edges === undefined || isList(edges, (edge) => edge !== null && isFigure(edge)))
  );
}

function isGroup(value: unknown): boolean {
  if (!isRecord(value)) return false;
  const { value: own, missing, others } = value;
  return (
    ['string', 'number', 'boolean'].includes(typeof own) ||
    missing === true ||
    typeof others === 'number'
  );
}

const isTrend = (value: unknown): boolean =>
  isRecord(value) && ['slope', 'intercept', 'r'].every((name) => typeof value[name] === 'number');
