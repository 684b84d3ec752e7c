/** The rows of a picture: those of the part asked for, with the few columns that it needs under names of its own. */
import type { ChartAxis } from '#schemas/chart.ts';
import { EsteiraError } from '#schemas/errors.ts';
import { call, col, lit } from '../expressions/build.ts';
import type { Expr } from '../expressions/types.ts';
import type { Projection } from '../plan/types.ts';
import { Table } from '../plan/table.ts';
import type { Note } from '../values.ts';
import type { Part } from './params.ts';

/** A place in the picture, and the table's column that stands there. */
export type Place = readonly [name: string, column: string];

export interface DrawnRows {
  readonly rows: Table;
  readonly notes: readonly Note[];
}

const project = (table: Table, places: readonly Place[], more: readonly Projection[] = []): Table =>
  table.project([...places.map(([name, column]) => ({ name, expr: col(column) })), ...more]);

function partOf(
  table: Table,
  part: Part,
): { readonly table: Table; readonly notes: readonly Note[] } {
  if (part === 'all') return { table, notes: [] };
  if (table.partitioned?.kind === 'holdout') return { table: table.part([part]), notes: [] };
  return { table, notes: [{ code: 'chart-not-split', level: 'info' }] };
}

export function drawnRows(table: Table, part: Part, places: readonly Place[]): DrawnRows {
  const chosen = partOf(table, part);
  return { rows: project(chosen.table, places), notes: chosen.notes };
}

/** More folds than these share a colour. */
const MOST_FOLDS = 6;

/** As `drawnRows`, with the place of each row's part, from 0, as the column `name`. */
export function rowsByPart(
  table: Table,
  part: Part,
  places: readonly Place[],
  name: string,
): DrawnRows & { readonly axis: ChartAxis } {
  const split = table.partitioned;
  if (!split) throw new EsteiraError('partition-missing', {});
  const chosen = partOf(table, part);
  const of = (parts: readonly (string | number)[], at: number): Table =>
    project(chosen.table.part(parts), places, [{ name, expr: lit(at) }]);
  if (split.kind === 'holdout') {
    const parts = ['train', ...(split.validation ? ['validation'] : []), 'test'];
    const rows = Table.append(parts.map((each, at) => of([each], at)));
    const groups = parts.map((value) => ({ value }));
    return {
      rows,
      notes: chosen.notes,
      axis: { part: true, type: 'text', scale: 'category', groups },
    };
  }
  const folds = Array.from({ length: split.count }, (_, at) => at);
  const own = folds.slice(0, split.count > MOST_FOLDS + 1 ? MOST_FOLDS : split.count);
  const rest = folds.slice(own.length);
  const rows = Table.append([
    ...own.map((fold) => of([fold], fold)),
    ...(rest.length > 0 ? [of(rest, own.length)] : []),
  ]);
  const groups = [
    ...own.map((fold) => ({ value: fold + 1 })),
    ...(rest.length > 0 ? [{ others: rest.length }] : []),
  ];
  return {
    rows,
    notes: chosen.notes,
    axis: { part: true, type: 'int64', scale: 'category', groups },
  };
}

export const isMissing = (name: string): Expr => call('isnull', col(name));
export const isPresent = (name: string): Expr => call('not', isMissing(name));
