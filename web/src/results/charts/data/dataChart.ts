/** Quick pictures of a wire's rows: what a person picks by kind and columns. */
import type { Column, Locale } from '#schemas/types.ts';
import type { Say } from '../../../i18n/useText.ts';
import type { Chart } from '../chart.ts';
import { histogramChart } from '../histogram.ts';
import { barChart } from './bars.ts';
import { boxChart } from './boxes.ts';
import { correlationChart } from './correlations.ts';
import { pointChart } from './points.ts';
import { binned, inWords, isNumeric, numbersOf, type Sample } from './sample.ts';

export const chartKinds = ['histogram', 'bar', 'scatter', 'line', 'box', 'correlation'] as const;
export type ChartKind = (typeof chartKinds)[number];

export type Choice = {
  readonly kind: ChartKind;
  readonly x: string;
  readonly y: string;
  /** A category by which points are coloured, or boxes stand apart; empty for none. */
  readonly by: string;
};

/** Which columns a kind asks for. */
export const asks: Readonly<Record<ChartKind, readonly ('x' | 'y' | 'by')[]>> = {
  histogram: ['x'],
  bar: ['x'],
  scatter: ['x', 'y', 'by'],
  line: ['x', 'y', 'by'],
  box: ['x', 'by'],
  correlation: [],
};

/** Columns that can stand in a place of a kind. */
export function columnsFor(
  kind: ChartKind,
  place: 'x' | 'y' | 'by',
  columns: readonly Column[],
): readonly Column[] {
  if (place === 'by') return columns.filter((column) => !isContinuous(column));
  if (kind === 'bar') return columns;
  const isTimed = (kind === 'line' || kind === 'scatter') && place === 'x';
  return columns.filter((column) => isNumeric(column) || (isTimed && isDate(column)));
}

const isDate = ({ type }: Column): boolean => type === 'date' || type === 'timestamp';
const isContinuous = (column: Column): boolean =>
  (isNumeric(column) && column.meaning !== 'category') || isDate(column);

/** A first picture of any table: its first number, or its first column's bars. */
export function firstChoice(columns: readonly Column[]): Choice {
  const [x, y] = columnsFor('histogram', 'x', columns).filter(isContinuous);
  const target = columns.find(({ role }) => role === 'target');
  const by = target !== undefined && !isContinuous(target) ? target.name : '';
  return {
    kind: x === undefined ? 'bar' : 'histogram',
    x: (x ?? columns[0])?.name ?? '',
    y: (y ?? x)?.name ?? '',
    by,
  };
}

/** Another kind of the same columns; one that it cannot show gives way to the first that it can. */
export function ofKind(kind: ChartKind, choice: Choice, columns: readonly Column[]): Choice {
  const fit = (place: 'x' | 'y'): string => {
    const able = columnsFor(kind, place, columns);
    // What people draw a line along is mostly time.
    const date = kind === 'line' && place === 'x' ? able.find(isDate) : undefined;
    const kept = able.find(({ name }) => name === choice[place]);
    return (date ?? kept ?? able[0])?.name ?? '';
  };
  return { ...choice, kind, x: fit('x'), y: fit('y') };
}

/** Undefined where the columns chosen hold nothing to draw. */
export function dataChart(
  choice: Choice,
  read: Sample,
  say: Say,
  locale: Locale,
): Chart | undefined {
  const { kind, x } = choice;
  const sample = inWords(read, { yes: say('panels.yes'), no: say('panels.no') });
  switch (kind) {
    case 'histogram': {
      const values = numbersOf(sample, x).filter((value) => value !== null);
      if (values.length === 0) return undefined;
      const words = {
        title: say('results.data.histogram', { x }),
        summary: say('results.data.summary', { rows: values.length }),
        x,
        y: say('results.rows'),
      };
      return histogramChart(binned(values), words, locale);
    }
    case 'bar':
      return barChart(sample, x, say, locale);
    case 'scatter':
    case 'line':
      return pointChart(choice, sample, say, locale);
    case 'box':
      return boxChart(choice, sample, say, locale);
    case 'correlation':
      return correlationChart(sample, say, locale);
  }
}
