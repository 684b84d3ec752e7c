/** The rows of a wire that somebody asked for: those of a part, those that meet a condition, in an order. */
import { expressionError } from '#nodes/sdk/expressions/check/check.ts';
import { readExpression } from '#nodes/sdk/expressions/read.ts';
import type { Expr } from '#nodes/sdk/expressions/types.ts';
import type { Table } from '#nodes/sdk/plan/table.ts';
import type { Narrowing } from '../types.ts';

/** Throws an `expression-…` error where a condition or an order does not fit the table. */
export function narrowed(table: Table, { part, where, order = [] }: Narrowing): Table {
  const isSplit = table.partitioned?.kind === 'holdout';
  const ofPart = part !== undefined && isSplit ? table.part([part]) : table;
  const meeting = where === undefined ? ofPart : ofPart.filter(read(where));
  return meeting.sort(order.map(({ by, descending = false }) => ({ expr: read(by), descending })));
}

function read(json: unknown): Expr {
  const reading = readExpression(json);
  if ('problem' in reading) throw expressionError(reading.problem);
  return reading.expr;
}
