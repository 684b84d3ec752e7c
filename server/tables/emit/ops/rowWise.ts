/** Projections and filters: fused into the block below where that stays small. */
import type { Expr } from '#nodes/sdk/expressions/types.ts';
import { columnsOfPlan } from '#nodes/sdk/plan/schema.ts';
import type { FilterPlan, ProjectPlan } from '#nodes/sdk/plan/types.ts';
import { fused, type Block } from '../block.ts';
import { sealed } from '../select.ts';
import type { Emit } from './op.ts';

export const emitProject: Emit<ProjectPlan> = (statement, plan, [input]) => {
  const exprs = plan.columns.map(({ expr }) => expr);
  const over = (block: Block, made: readonly Expr[]): Block => ({
    ...block,
    columns: columnsOfPlan(plan),
    made: new Map(plan.columns.map(({ name }, at) => [name, made[at]!])),
  });
  const together = fused(input!, exprs, false, statement.budget);
  return together ? over(input!, together) : over(sealed(statement, input!), exprs);
};

export const emitFilter: Emit<FilterPlan> = (statement, { where }, [input]) => {
  const together = fused(input!, [where], true, statement.budget);
  if (together) return { ...input!, where: [...input!.where, ...together] };
  return { ...sealed(statement, input!), where: [where] };
};
