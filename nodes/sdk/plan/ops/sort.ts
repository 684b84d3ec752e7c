/** `sort`: sets the output order. */
import type { Column } from '#schemas/types.ts';
import { columnsOf } from '../../expressions/walk.ts';
import { typeOfExpr } from '../checkExpr.ts';
import type { Plan, SortPlan } from '../types.ts';
import { passing, type Op } from './op.ts';
import { freezeExpr } from './projection.ts';

export const sortOp: Op<SortPlan> = {
  ...passing<SortPlan>((plan) => plan.by.flatMap(({ expr }) => columnsOf(expr))),
  kind: () => 'row-selecting',
  traits: (_, [traits]) => ({ ...traits!, order: true }),
};

/** Equal rows keep the order of `$row`. Throws on expressions that do not fit. */
export function sort(input: Plan, columns: readonly Column[], by: SortPlan['by']): SortPlan {
  for (const { expr } of by) typeOfExpr(expr, columns);
  const keys = by.map(({ expr, descending }) =>
    Object.freeze({ expr: freezeExpr(expr), ...(descending ? { descending } : {}) }),
  );
  return Object.freeze({ op: 'sort', input, by: Object.freeze(keys) });
}
