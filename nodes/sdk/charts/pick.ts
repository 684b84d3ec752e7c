/** The column that was chosen for a place in a picture, or the first that suits it. */
import { EsteiraError } from '#schemas/errors.ts';
import type { Column, Role } from '#schemas/types.ts';
import type { Accepts } from '../params.ts';
import { fits } from '../pick.ts';
import type { Table } from '../plan/table.ts';
import { ALONG, NUMBERS } from './params.ts';

/** Columns that say nothing in a picture, unless a person wants them. */
const QUIET: readonly Role[] = ['id', 'ignored', 'weight'];

type Suits = (column: Column) => boolean;

/** The first that suits best: each wish is asked of all columns before the next one is. */
function first(columns: readonly Column[], wishes: readonly Suits[]): Column | undefined {
  const telling = columns.filter(({ role }) => !QUIET.includes(role));
  for (const suits of wishes) {
    const found = telling.find(suits) ?? columns.find(suits);
    if (found) return found;
  }
  return undefined;
}

function pick(
  table: Table,
  chosen: string,
  accepts: Accepts,
  others: readonly string[],
  wishes: readonly Suits[],
): Column {
  if (chosen !== '') return table.need(chosen, accepts.types);
  const free = table.columns.filter(
    (column) => fits(column, accepts) && !others.includes(column.name),
  );
  const found = first(free, wishes) ?? first(table.columns, [(each) => fits(each, accepts)]);
  if (found) return found;
  throw new EsteiraError('chart-column-none', { expected: accepts.types ?? 'column' });
}

/** A column of numbers; throws `column-unknown`, `column-wrong-type`, and `chart-column-none` where there is none. */
export const pickNumber = (table: Table, chosen: string, others: readonly string[] = []): Column =>
  pick(table, chosen, NUMBERS, others, [({ meaning }) => meaning === 'number', () => true]);

/** What a line goes along: a moment, else a number. */
export const pickAlong = (table: Table, chosen: string): Column =>
  pick(
    table,
    chosen,
    ALONG,
    [],
    [
      ({ role }) => role === 'time',
      ({ type }) => type === 'date' || type === 'timestamp',
      ({ meaning }) => meaning === 'number',
      () => true,
    ],
  );

/** What is told apart: a category to predict, else a category, else anything. */
export const pickCategory = (
  table: Table,
  chosen: string,
  others: readonly string[] = [],
): Column =>
  pick(table, chosen, {}, others, [
    ({ role, meaning }) => role === 'target' && meaning === 'category',
    ({ meaning }) => meaning === 'category',
    ({ type }) => type === 'bool' || type === 'text',
    () => true,
  ]);
