/** `distinct`: the first row of each combination. */
import type { Column } from '#schemas/types.ts';
import { EsteiraError } from '#schemas/errors.ts';
import { needColumn } from '../names.ts';
import type { DistinctPlan, Plan } from '../types.ts';
import { passing, type Op } from './op.ts';

export const distinctOp: Op<DistinctPlan> = {
  ...passing<DistinctPlan>((plan) => plan.on),
  kind: () => 'row-selecting',
};

/** Missing values are equal to each other. Throws `columns-not-chosen`, `column-unknown`. */
export function distinct(
  input: Plan,
  columns: readonly Column[],
  on: readonly string[],
): DistinctPlan {
  if (on.length === 0) throw new EsteiraError('columns-not-chosen', {});
  for (const name of on) needColumn(columns, name);
  return Object.freeze({ op: 'distinct', input, on: Object.freeze([...new Set(on)]) });
}
