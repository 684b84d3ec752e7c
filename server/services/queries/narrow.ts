/** The rows of a wire that somebody asked for: those of a part, those that meet a condition, in an order. */
import { expressionError } from '#nodes/sdk/expressions/check/check.ts';
import { readExpression } from '#nodes/sdk/expressions/read.ts';
import type { Expr } from '#nodes/sdk/expressions/types.ts';
import { Table } from '#nodes/sdk/plan/table.ts';
import type { Column } from '#schemas/types.ts';
import type { Narrowing } from '../types.ts';

/** Throws an `expression-…` error where a condition or an order does not fit the table. */
export function narrowed(table: Table, { part, where, raw = false, order = [] }: Narrowing): Table {
  const isSplit = table.partitioned?.kind === 'holdout';
  const ofPart = part !== undefined && isSplit ? table.part([part]) : table;
  const meeting = where === undefined ? ofPart : ofPart.filter(read(where));
  const shown = raw ? asCame(meeting) : meeting;
  return shown.sort(order.map(({ by, descending = false }) => ({ expr: read(by), descending })));
}

/** What was scaled and encoded for a model says nothing to people: the same rows, from where the recipe starts. */
function asCame(table: Table): Table {
  if (table.plan === table.base) return table;
  const said = table.columns.filter(({ role }) => SAID.has(role)).map(({ name }) => name);
  const came = Table.fromPlan(table.base).attach(table, { columns: said, matching: true });
  const others = came.columns.map(({ name }) => name).filter((name) => !said.includes(name));
  return came.select([...said, ...others]);
}

const SAID: ReadonlySet<Column['role']> = new Set(['target', 'prediction', 'probability']);

function read(json: unknown): Expr {
  const reading = readExpression(json);
  if ('problem' in reading) throw expressionError(reading.problem);
  return reading.expr;
}
