import type { CallInfo, FunctionDefinition } from '../defineFunction.ts';
import type { Want } from './accept.ts';
import type {
  ColumnExpr,
  ExprType,
  LiteralExpr,
  LookupExpr,
  Problem,
  ValueType,
} from '../types.ts';

export interface ResolvedLiteral {
  readonly kind: 'literal';
  readonly expr: LiteralExpr;
  readonly type: ExprType;
  /** Stands in for a part with a problem. */
  readonly invalid?: true;
}

export interface ResolvedColumn {
  readonly kind: 'column';
  readonly expr: ColumnExpr;
  readonly type: ExprType;
}

export interface ResolvedCall {
  readonly kind: 'call';
  readonly definition: FunctionDefinition;
  readonly args: readonly Resolved[];
  /** The form of each argument. */
  readonly wants: readonly Want[];
  readonly call: CallInfo;
  readonly type: ExprType;
}

export interface ResolvedLookup {
  readonly kind: 'lookup';
  readonly expr: LookupExpr;
  readonly of: Resolved;
  readonly type: ExprType;
}

export type Resolved = ResolvedLiteral | ResolvedColumn | ResolvedCall | ResolvedLookup;

/** What a resolution knows; problems are collected, so that an editor shows all of them. */
export interface Scope {
  readonly columns: ReadonlyMap<string, ValueType>;
  readonly problems: Problem[];
}

export type Path = readonly number[];

/** Notes the problem and stands in for the part that has it. */
export function failed(scope: Scope, problem: Problem): ResolvedLiteral {
  scope.problems.push(problem);
  const expr: LiteralExpr = { kind: 'literal', value: null, type: 'null' };
  return { kind: 'literal', expr, type: 'null', invalid: true };
}
