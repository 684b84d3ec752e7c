/** The figures of columns that tell whether they say anything: the queries for them, and what these gave. */
import type { Column } from '#schemas/types.ts';
import type { Cell } from '#nodes/sdk/context.ts';
import { col } from '#nodes/sdk/expressions/build.ts';
import type { Measure } from '#nodes/sdk/plan/types.ts';
import type { Table } from '#nodes/sdk/plan/table.ts';
import type { Figures } from './judge.ts';

/** More rows would not change whether values repeat, and counting different ones takes memory. */
const LOOKED = 100_000;

type Queries = { readonly [name: string]: Table };
type Rows = { readonly [name: string]: readonly ReadonlyMap<string, Cell>[] };

/** Queries of one row each, whose figures have names of their own. */
export function figureQueries(
  table: Table,
  columns: readonly Column[],
  identifiers: boolean,
): Queries {
  const counted: Measure = { name: 'rows', fn: 'count', args: [] };
  const range = table.aggregate([], [counted, ...columns.flatMap(rangeMeasures)]);
  if (!identifiers) return { range };
  const distinct = columns.flatMap((column, at) =>
    mayIdentify(column) ? distinctMeasures(column, at) : [],
  );
  if (distinct.length === 0) return { range };
  return { range, distinct: firstRows(table).aggregate([], distinct) };
}

export function figuresFrom(rows: Rows, columns: readonly Column[]): readonly Figures[] {
  const figures = new Map(Object.values(rows).flatMap(([row]) => [...(row ?? [])]));
  return columns.map((column, at) => figuresOf(column, at, figures));
}

const mayIdentify = ({ type }: Column): boolean => type === 'text' || type === 'int64';

function rangeMeasures({ name }: Column, at: number): readonly Measure[] {
  const args = [col(name)];
  return [
    { name: `present${at}`, fn: 'count', args },
    { name: `lowest${at}`, fn: 'min', args },
    { name: `highest${at}`, fn: 'max', args },
  ];
}

function distinctMeasures({ name }: Column, at: number): readonly Measure[] {
  const args = [col(name)];
  return [
    { name: `looked${at}`, fn: 'count', args },
    { name: `distinct${at}`, fn: 'count_distinct', args },
  ];
}

function firstRows(table: Table): Table {
  const { rowLimit } = table.traits;
  return rowLimit !== null && rowLimit <= LOOKED ? table : table.limit(LOOKED);
}

function figuresOf(
  { name, type }: Column,
  at: number,
  figures: ReadonlyMap<string, Cell>,
): Figures {
  const count = (figure: string): number => Number(figures.get(figure) ?? 0);
  return {
    name,
    type,
    rows: count('rows'),
    present: count(`present${at}`),
    lowest: figures.get(`lowest${at}`) ?? null,
    highest: figures.get(`highest${at}`) ?? null,
    looked: count(`looked${at}`),
    distinct: count(`distinct${at}`),
  };
}
