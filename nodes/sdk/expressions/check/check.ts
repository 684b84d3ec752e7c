import { resolve } from './resolve.ts';
import type { Resolved, Scope } from './resolved.ts';
import type { Expr, ExprType, Problem, ValueType } from '../types.ts';

export interface Check {
  /** `null` when the expression can only be null, or when something is wrong with its outermost part. */
  readonly type: ExprType;
  /** Everything that is wrong, in reading order; empty when the expression can be run. */
  readonly problems: readonly Problem[];
}

/** Types an expression against the columns of a table. */
export function check(expr: Expr, columns: ReadonlyMap<string, ValueType>): Check {
  const scope: Scope = { columns, problems: [] };
  const { type } = resolve(expr, scope);
  return { type, problems: scope.problems };
}

/** For those who emit or compile: an expression that was not checked first is a mistake of the program. */
export function resolveChecked(expr: Expr, columns: ReadonlyMap<string, ValueType>): Resolved {
  const scope: Scope = { columns, problems: [] };
  const resolved = resolve(expr, scope);
  const problem = scope.problems[0];
  if (problem !== undefined) throw new InvalidExpression(problem);
  return resolved;
}

/** Thrown on an expression that `check` refuses. */
export class InvalidExpression extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(`${problem.code} at [${problem.path.join(', ')}] ${JSON.stringify(problem.params)}`);
    this.name = 'InvalidExpression';
    this.problem = problem;
  }
}
