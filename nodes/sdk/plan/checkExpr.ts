/** Types an expression over a table's columns; what is wrong with it becomes the error that a person reads. */
import type { Column, ValueType } from '#schemas/types.ts';
import { EsteiraError } from '#schemas/errors.ts';
import { check, expressionError } from '../expressions/check/check.ts';
import type { Expr, ExprType } from '../expressions/types.ts';
import { columnsOf } from '../expressions/walk.ts';
import { columnsByName, findColumn } from './names.ts';
import { PART } from './types.ts';

const maps = new WeakMap<readonly Column[], ReadonlyMap<string, ValueType>>();

export function typesOf(columns: readonly Column[]): ReadonlyMap<string, ValueType> {
  let types = maps.get(columns);
  if (!types) {
    types = new Map(columns.map(({ name, type }) => [name, type]));
    maps.set(columns, types);
  }
  return types;
}

/** The types that `expr` may name: the columns, members of families, and `$part` where `part` gives its type. */
function scopeOf(expr: Expr, columns: readonly Column[], part?: ValueType) {
  const types = typesOf(columns);
  const extra: [string, ValueType][] = [];
  for (const name of columnsOf(expr)) {
    if (types.has(name)) continue;
    if (name === PART && part) extra.push([PART, part]);
    const member = findColumn(columns, name);
    if (member) extra.push([name, member.type]);
  }
  return extra.length === 0 ? types : new Map([...types, ...extra]);
}

/** The expression's type; throws an `expression-…` error on the first thing that is wrong with it. */
export function typeOfExpr(expr: Expr, columns: readonly Column[], part?: ValueType): ExprType {
  if (expr.kind === 'column' && expr.name !== PART) {
    const column = columnsByName(columns).get(expr.name) ?? findColumn(columns, expr.name);
    if (column) return column.type;
  }
  const { type, problems } = check(expr, scopeOf(expr, columns, part));
  const [problem] = problems;
  if (problem) throw expressionError(problem);
  return type;
}

/** Throws `expression-not-condition` unless it is true, false or missing. */
export function checkCondition(expr: Expr, columns: readonly Column[], part?: ValueType): void {
  const type = typeOfExpr(expr, columns, part);
  if (type === 'bool' || type === 'null') return;
  throw new EsteiraError('expression-not-condition', { found: type });
}
