/** The rows that an aggregate reads: its keys as k0, k1, … and its arguments as a0, a1, …, each computed once. */
import type { ValueType } from '#schemas/types.ts';
import { call } from '#nodes/sdk/expressions/build.ts';
import type { Expr } from '#nodes/sdk/expressions/types.ts';
import { canonicalJson } from '#nodes/sdk/expressions/canonical.ts';
import { columnsOf } from '#nodes/sdk/expressions/walk.ts';
import { typeOfExpr } from '#nodes/sdk/plan/checkExpr.ts';
import type { AggregatePlan, Measure } from '#nodes/sdk/plan/types.ts';
import { fused, type Block } from '../block.ts';
import type { Relation } from '../relation.ts';
import { exprSql, restOf, sealed } from '../select.ts';
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

/** The block, sealed where what the aggregate reads would be too much to be computed right over its relation. */
export function readable(statement: Statement, plan: AggregatePlan, input: Block): Block {
  return fused(input, readBy(plan), false, statement.budget) ? input : sealed(statement, input);
}

function readBy({ keys, measures }: AggregatePlan): readonly Expr[] {
  return [...keys.map(({ expr }) => expr), ...distinctArguments(measures).values()];
}

/** `narrow`: whether to scan only the columns that are read. `block` is one that `readable` gave. */
export function aggregateSource(
  statement: Statement,
  plan: AggregatePlan,
  block: Block,
  narrow: boolean,
): AggregateSource {
  const { keys, measures } = plan;
  const args = distinctArguments(measures);
  const made = fused(block, readBy(plan), false, statement.budget) ?? readBy(plan);
  const names = new Set([...made, ...block.where].flatMap(columnsOf));
  const from = (narrow && block.from.narrowed?.(names)) || block.from;
  const rest = restOf(statement, { ...block, from });
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
