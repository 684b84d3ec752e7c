import { expressionError, unsoundness } from '../soundness.ts';
import { resolve } from './resolve.ts';
import type { Resolved, Scope } from './resolved.ts';
import type { Expr, ExprType, Problem, ValueType } from '../types.ts';

export { expressionError };

export interface Check {
  /** `null` when the expression can only be null, or when something is wrong with its outermost part. */
  readonly type: ExprType;
  /** Everything that is wrong, in reading order; empty when the expression can be run. */
  readonly problems: readonly Problem[];
}

/** Types an expression against the columns of a table. Takes any JSON for an expression without throwing. */
export function check(expr: Expr, columns: ReadonlyMap<string, ValueType>): Check {
  const problem = unsoundness(expr);
  if (problem !== undefined) return { type: 'null', problems: [problem] };
  const scope: Scope = { columns, problems: [] };
  const { type } = resolve(expr, scope);
  return { type, problems: scope.problems };
}

/** For those who emit or compile. Throws the first problem. */
export function resolveChecked(expr: Expr, columns: ReadonlyMap<string, ValueType>): Resolved {
  const scope: Scope = { columns, problems: [] };
  const unsound = unsoundness(expr);
  if (unsound !== undefined) throw expressionError(unsound);
  const resolved = resolve(expr, scope);
  const problem = scope.problems[0];
  if (problem !== undefined) throw expressionError(problem);
  return resolved;
}
