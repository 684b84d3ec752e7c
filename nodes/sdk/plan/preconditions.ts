/** Conditions that all rows of a table meet, said in the columns of its base. */
import { sameExpression } from '../expressions/canonical.ts';
import { columnsOf, replaceColumns, sizeOf } from '../expressions/walk.ts';
import { isHidden } from './names.ts';
import { joinedColumns } from './ops/join.ts';
import { projectionsByName } from './ops/project.ts';
import { columnsOfPlan } from './schema.ts';
import type { Expr, Plan } from './types.ts';
import { spine } from './walk.ts';

/** Beyond this a condition would tell a person nothing. */
const LONGEST = 300;
const DEEPEST = 30;

/**
 * The conditions of the filters between `base` and `plan`, from the base up, each once. Left out are those on a
 * partition, on columns that other tables brought, and those that would be too long.
 */
export function preconditionsOf(plan: Plan, base: Plan): readonly Expr[] {
  const path: Plan[] = [];
  for (const at of spine(plan)) {
    if (at === base) break;
    path.push(at);
  }
  const found: Expr[] = [];
  for (const [index, at] of path.entries()) {
    if (at.op !== 'filter') continue;
    const where = inBase(at.where, path.slice(index + 1));
    if (where) found.push(where);
  }
  const fromBase = found.toReversed();
  return fromBase.filter((where, at) => fromBase.findIndex((w) => sameExpression(w, where)) === at);
}

/** `where` in the columns below the last of `steps`, which lead downwards. */
function inBase(where: Expr, steps: readonly Plan[]): Expr | undefined {
  let at: Expr | undefined = where;
  for (const step of steps) {
    at = at && below(at, step);
    if (!at) return undefined;
  }
  return columnsOf(where).some(isHidden) ? undefined : at;
}

function below(where: Expr, step: Plan): Expr | undefined {
  const names = columnsOf(where);
  switch (step.op) {
    case 'project': {
      const made = projectionsByName(step);
      const replaced = replaceColumns(where, (name) => made.get(name)?.expr);
      const { nodes, depth } = sizeOf(replaced);
      return nodes > LONGEST || depth > DEEPEST ? undefined : replaced;
    }
    case 'join': {
      const [left, right] = [columnsOfPlan(step.left), columnsOfPlan(step.right)];
      const added = joinedColumns(step, left, right).filter(({ side }) => side === 'right');
      return added.some(({ column }) => names.includes(column.name)) ? undefined : where;
    }
    case 'attach':
      return step.columns.some((name) => names.includes(name)) ? undefined : where;
    default:
      return where;
  }
}
