/** Puts one plan in the place of another. */
import { columnsOfPlan } from './schema.ts';
import { needColumn } from './names.ts';
import type { Plan } from './types.ts';
import { rewrite } from './walk.ts';

/**
 * `plan` with the sub-plan `from` (found as the same object) replaced by `to`; what does not hold it stays the same
 * object. `to` should have the columns of `from` that the rest uses.
 */
export function rebase(plan: Plan, from: Plan, to: Plan): Plan {
  return rewrite(
    plan,
    (rebuilt, at) => (at === from ? to : rebuilt),
    (at) => at === from,
  );
}

/** As rebase, for several at once. */
export function rebaseAll(plan: Plan, by: ReadonlyMap<Plan, Plan>): Plan {
  return rewrite(
    plan,
    (rebuilt, at) => by.get(at) ?? rebuilt,
    (at) => by.has(at),
  );
}

/** Every `input` replaced by `to`: a model's plan over a table. Throws `column-unknown` where `to` lacks a column. */
export function replaceInput(plan: Plan, to: Plan): Plan {
  return rewrite(plan, (rebuilt, at) => {
    if (at.op !== 'input') return rebuilt;
    for (const { name } of at.columns) needColumn(columnsOfPlan(to), name);
    return to;
  });
}
