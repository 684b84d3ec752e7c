/** What of a table's plan is needed to answer raw rows one by one. */
import type { Column } from '#schemas/types.ts';
import { EsteiraError } from '#schemas/errors.ts';
import { input } from './ops/leaves.ts';
import { opOf } from './ops/index.ts';
import { preconditionsOf } from './preconditions.ts';
import { prune } from './prune.ts';
import { columnsOfPlan } from './schema.ts';
import type { Expr, JoinPlan, Plan } from './types.ts';
import { inOrder, rewrite } from './walk.ts';

export interface Serving {
  /** From one `input` with the raw columns to the features, in their order. Row-wise throughout. */
  readonly plan: Plan;
  /** The raw columns that it takes. */
  readonly inputs: readonly Column[];
  /** Conditions of the row-selecting steps that were left out, where they can be said in raw columns. */
  readonly preconditions: readonly Expr[];
  /** Right sides of many-to-one joins that are still queries: rebase them to `values` to answer without an engine. */
  readonly sides: readonly Plan[];
}

/**
 * `plan` from `base` (found as the same object) to `features`, with `base` as the raw rows and without the steps that
 * select, order or split rows: every raw row is answered. Throws `operation-unsupported` where a feature is made of
 * more than its own raw row.
 */
export function forServing(plan: Plan, base: Plan, features: readonly string[]): Serving {
  const raw = input(columnsOfPlan(base));
  const above = holders(plan, base);
  const rowWise = rewrite(
    plan,
    (rebuilt, at) => (at === base ? raw : above.has(at) ? withoutSelection(rebuilt) : rebuilt),
    (at) => at === base,
  );
  const pruned = prune(rowWise, features);
  const leaf = inOrder(pruned).find((at) => at.op === 'input');
  const sides = checkRowWise(pruned, leaf);
  return {
    plan: pruned,
    inputs: leaf ? columnsOfPlan(leaf) : [],
    preconditions: preconditionsOf(plan, base),
    sides,
  };
}

/** The sub-plans that hold `leaf`, itself included. */
function holders(plan: Plan, leaf: Plan | undefined): ReadonlySet<Plan> {
  const found = new Set<Plan>();
  for (const at of inOrder(plan, (sub) => sub === leaf)) {
    const holds =
      at === leaf ||
      opOf(at)
        .inputs(at)
        .some((sub) => found.has(sub));
    if (holds) found.add(at);
  }
  return found;
}

function withoutSelection(plan: Plan): Plan {
  switch (plan.op) {
    case 'filter':
    case 'sort':
    case 'limit':
    case 'distinct':
    case 'partition':
      return plan.input;
    case 'join':
      return plan.how === 'semi' || plan.how === 'anti' ? plan.left : plan;
    case 'attach': {
      const { op, input: rows, from, columns } = plan;
      return columns.length === 0 ? rows : Object.freeze({ op, input: rows, from, columns });
    }
    default:
      return plan;
  }
}

/** Gives the joins' right sides that are not written out yet. */
function checkRowWise(plan: Plan, leaf: Plan | undefined): readonly Plan[] {
  const above = holders(plan, leaf);
  const sides = new Set<Plan>();
  for (const at of above) {
    const fine =
      at === leaf ||
      at.op === 'project' ||
      (at.op === 'join' && at.single === true && !above.has(at.right)) ||
      (at.op === 'attach' && above.has(at.input) && above.has(at.from));
    if (!fine) {
      throw new EsteiraError('operation-unsupported', { operation: at.op, engine: 'one row' });
    }
    if (at.op === 'join' && !isWritten(at)) sides.add(at.right);
  }
  return [...sides];
}

function isWritten({ right }: JoinPlan): boolean {
  return right.op === 'values';
}
