import { EsteiraError, type NodeErrorCode } from '#schemas/errors.ts';
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

/** For those who emit or compile. Throws the first problem. */
export function resolveChecked(expr: Expr, columns: ReadonlyMap<string, ValueType>): Resolved {
  const scope: Scope = { columns, problems: [] };
  const resolved = resolve(expr, scope);
  const problem = scope.problems[0];
  if (problem !== undefined) throw expressionError(problem);
  return resolved;
}

/** The error that a person reads about a problem. */
export function expressionError({ code, params }: Problem): EsteiraError {
  return new EsteiraError<NodeErrorCode>(code as NodeErrorCode, params);
}
