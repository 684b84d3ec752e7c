/** The rows that an aggregate reads: its keys as k0, k1, … and its arguments as a0, a1, …, each computed once. */
import type { ValueType } from '#schemas/types.ts';
import { call } from '#nodes/sdk/expressions/build.ts';
import type { Expr } from '#nodes/sdk/expressions/types.ts';
import { canonicalJson } from '#nodes/sdk/expressions/canonical.ts';
import { typeOfExpr } from '#nodes/sdk/plan/checkExpr.ts';
import type { AggregatePlan, Measure } from '#nodes/sdk/plan/types.ts';
import { fused, type Block } from '../block.ts';
import type { Relation } from '../relation.ts';
import { exprSql, partsOf, sealed } from '../select.ts';
import type { Statement } from '../statement.ts';

export interface Argument {
  readonly name: string;
  readonly type: ValueType;
}

export interface AggregateSource {
  /** The CTE. */
  readonly name: string;
  readonly keys: readonly string[];
  /** The arguments of each measure. */
  argumentsOf(measure: Measure): readonly Argument[];
}

export function aggregateSource(
  statement: Statement,
  { keys, measures }: AggregatePlan,
  input: Block,
): AggregateSource {
  const args = distinctArguments(measures);
  const exprs = [...keys.map(({ expr }) => expr), ...args.values()];
  const together = fused(input, exprs, false, statement.budget);
  const block = together ? input : sealed(statement, input);
  const made = together ?? exprs;
  const { from } = block;
  const { rest } = partsOf(statement, block);
  const keyNames = keys.map((_, at) => `k${at}`);
  // What can only be null is stored as text, but as an argument it must be something that can be added.
  const types = made.map((expr, at) => typeIn(expr, from, at < keys.length ? 'text' : 'float64'));
  const list = made.map((expr, at) => {
    const type = types[at]!;
    const sql = at < keys.length ? keySql(expr, type, from) : exprSql(expr, from, type);
    return `${sql} AS ${at < keys.length ? keyNames[at] : `a${at - keys.length}`}`;
  });
  const select = `SELECT ${list.length === 0 ? '1' : list.join(', ')} ${rest}`;
  const named = new Map(
    [...args.keys()].map((text, at): [string, Argument] => [
      text,
      { name: `a${at}`, type: types[keys.length + at]! },
    ]),
  );
  return {
    name: statement.addRaw(select, from.heavy),
    keys: keyNames,
    argumentsOf: (measure) => argumentExprs(measure).map((expr) => named.get(canonicalJson(expr))!),
  };
}

/** What a measure reads. A covariance is over the rows where both are present. */
function argumentExprs({ fn, args }: Measure): readonly Expr[] {
  if (fn !== 'covariance') return args;
  const [x, y] = args as readonly [Expr, Expr];
  return [onlyWith(x, y), onlyWith(y, x)];
}

function onlyWith(value: Expr, other: Expr): Expr {
  return call('if', call('isnull', other), null, value);
}

function distinctArguments(measures: readonly Measure[]): Map<string, Expr> {
  const all = measures.flatMap(argumentExprs);
  return new Map(all.map((expr) => [canonicalJson(expr), expr]));
}

function typeIn(expr: Expr, { columns }: Relation, ofNull: ValueType): ValueType {
  const type = typeOfExpr(expr, columns);
  return type === 'null' ? ofNull : type;
}

/** -0 and 0 are one group. */
function keySql(expr: Expr, type: ValueType, from: Relation): string {
  const sql = exprSql(expr, from, type);
  return type === 'float64' ? `(${sql} + 0e0)` : sql;
}
