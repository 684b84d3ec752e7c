/** Stretches of numbers or of time that values are counted in. */
import type { Column } from '#schemas/types.ts';
import { significant } from '#nodes/lib/exact/significant.ts';
import { freedmanDiaconis, type Spread } from '#nodes/lib/statistics/binWidth.ts';
import { evenEdges } from '#nodes/lib/statistics/histogram.ts';
import type { Cell, TablesPort } from '../context.ts';
import { call, col, lit } from '../expressions/build.ts';
import type { Expr } from '../expressions/types.ts';
import type { Table } from '../plan/table.ts';
import { isoOf, later, millis, unitFor, type Moment } from './moments.ts';
import { isPresent } from './rows.ts';

export interface Bins {
  /** One more than bins; milliseconds since 1970 for moments. */
  readonly edges: readonly number[];
  /** The place of a row's bin, from 0; null for a missing value. */
  readonly key: Expr;
  /** Of moments: what each bin is one of. */
  readonly step?: string;
}

export interface BinOptions {
  /** How many; 0 for as many as Freedman and Diaconis' rule says. */
  readonly bins: number;
  readonly most: number;
  /** Of equal width on a logarithmic axis; rows of 0 and less must be gone. */
  readonly isLog?: boolean;
}

/** Undefined where the column holds no value. */
export async function binsOf(
  tables: TablesPort,
  rows: Table,
  name: string,
  column: Column,
  options: BinOptions,
): Promise<Bins | undefined> {
  const { type } = column;
  const isMoment = type === 'date' || type === 'timestamp';
  const value = col(name);
  const measures = [
    { name: 'n', fn: 'count', args: [value] },
    { name: 'min', fn: 'min', args: [value] },
    { name: 'max', fn: 'max', args: [value] },
    ...(isMoment
      ? []
      : [
          { name: 'q1', fn: 'quantile', args: [value], q: 0.25 } as const,
          { name: 'q3', fn: 'quantile', args: [value], q: 0.75 } as const,
        ]),
  ] as const;
  const [found] = await tables.rows(rows.filter(isPresent(name)).aggregate([], measures));
  if (found === undefined || found.get('n') === 0) return undefined;
  if (isMoment) return momentBins(found, name, type, options);
  const [n, min, max, q1, q3] = ['n', 'min', 'max', 'q1', 'q3'].map(
    (each) => found.get(each) as number,
  ) as [number, number, number, number, number];
  const edges = numberEdges({ n, min, max, q1, q3 }, type === 'int64', options);
  return { edges, key: binKey(name, edges, (edge) => lit(edge, 'float64')) };
}

/** From the smallest number to the largest. Whole numbers get bins of a whole width, with edges between them. */
function numberEdges(spread: Spread, isWhole: boolean, options: BinOptions): readonly number[] {
  const { bins, most, isLog = false } = options;
  const of = isLog ? logarithms(spread) : spread;
  const count = bins > 0 ? Math.min(bins, most) : freedmanDiaconis(of, most);
  const { min, max } = of;
  if (!(max > min)) return [spread.min - 0.5, spread.max + 0.5].map((edge) => significant(edge));
  if (isLog) return evenEdges(min, max, count).map((power) => significant(10 ** power));
  if (!isWhole) return evenEdges(min, max, count).map((edge) => significant(edge));
  const width = Math.ceil((max - min + 1) / count);
  const whole = Math.ceil((max - min + 1) / width);
  return Array.from({ length: whole + 1 }, (_, at) => min - 0.5 + at * width);
}

function logarithms({ n, ...figures }: Spread): Spread {
  const { min, max, q1, q3 } = figures;
  return { n, min: Math.log10(min), max: Math.log10(max), q1: Math.log10(q1), q3: Math.log10(q3) };
}

function momentBins(
  found: ReadonlyMap<string, Cell>,
  name: string,
  type: Moment,
  { bins, most }: BinOptions,
): Bins {
  const [low, high] = [millis(found.get('min')), millis(found.get('max'))];
  const unit = unitFor(low, high, type, bins > 0 ? Math.min(bins, most) : most);
  const first = beginning(low, unit);
  const years = unit === 'year' ? (high - low) / (365.25 * 86_400_000) : 1;
  const stride = Math.max(1, Math.ceil(years / most));
  const edges = [first];
  while (edges.at(-1)! <= high) edges.push(later(edges.at(-1)!, unit, stride));
  return { edges, step: unit, key: binKey(name, edges, (edge) => lit(isoOf(edge, type), type)) };
}

function beginning(time: number, unit: string): number {
  const date = new Date(time);
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth()];
  if (unit === 'minute') return Math.floor(time / 60_000) * 60_000;
  if (unit === 'hour') return Math.floor(time / 3_600_000) * 3_600_000;
  if (unit === 'day') return Math.floor(time / 86_400_000) * 86_400_000;
  const start = new Date(0);
  const from = unit === 'month' ? month : unit === 'quarter' ? month - (month % 3) : 0;
  return start.setUTCFullYear(year, from, 1);
}

/** A search by halves over the inner edges: exact comparisons, seven of them for a hundred bins. */
function binKey(name: string, edges: readonly number[], literal: (edge: number) => Expr): Expr {
  const search = (from: number, to: number): Expr => {
    if (to - from === 1) return lit(from);
    const middle = (from + to) >> 1;
    const isBelow = call('lt', col(name), literal(edges[middle]!));
    return call('if', isBelow, search(from, middle), search(middle, to));
  };
  const place = search(0, Math.max(1, edges.length - 1));
  return call('if', call('isnull', col(name)), lit(null, 'int64'), place);
}
