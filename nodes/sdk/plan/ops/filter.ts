/** `filter`: the rows where a condition is true. */
import type { Column, ValueType } from '#schemas/types.ts';
import { columnsOf } from '../../expressions/walk.ts';
import { checkCondition } from '../checkExpr.ts';
import { isHidden } from '../names.ts';
import type { Expr, FilterPlan, Plan } from '../types.ts';
import { passing, type Op } from './op.ts';
import { freezeExpr } from './projection.ts';

export const filterOp: Op<FilterPlan> = {
  ...passing<FilterPlan>((plan) => columnsOf(plan.where).filter((name) => !isHidden(name))),
  kind: () => 'row-selecting',
};

/** `part`: the type of `$part`, where the condition may name it. Throws on a condition that does not fit. */
export function filter(
  input: Plan,
  columns: readonly Column[],
  where: Expr,
  options: { readonly part?: ValueType | undefined; readonly note?: string | undefined } = {},
): FilterPlan {
  checkCondition(where, columns, options.part);
  const note = options.note === undefined ? {} : { note: options.note };
  return Object.freeze({ op: 'filter', input, where: freezeExpr(where), ...note });
}
