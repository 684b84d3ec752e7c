/** Types an expression over a table's columns; what is wrong with it becomes the error that a person reads. */
import type { Column, ValueType } from '#schemas/types.ts';
import { EsteiraError } from '#schemas/errors.ts';
import { check } from '../expressions/check/check.ts';
import type { Expr, ExprType, Problem } from '../expressions/types.ts';
import { columnsOf } from '../expressions/walk.ts';
import { columnsByName, findColumn, knownNames } from './names.ts';
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
  if (problem) throw expressionError(problem, columns);
  return type;
}

/** Throws `expression-not-condition` unless it is true, false or missing. */
export function checkCondition(expr: Expr, columns: readonly Column[], part?: ValueType): void {
  const type = typeOfExpr(expr, columns, part);
  if (type === 'bool' || type === 'null') return;
  throw new EsteiraError('expression-not-condition', { found: type });
}

function expressionError({ code, params }: Problem, columns: readonly Column[]): EsteiraError {
  const text = (name: string): string => String(params[name] ?? '');
  const fn = text('function');
  switch (code) {
    case 'expression.unknown-column': {
      const column = text('column');
      const known = knownNames(
        column,
        columns.map(({ name }) => name),
      );
      return new EsteiraError('expression-column-unknown', { column, known });
    }
    case 'expression.unknown-function':
      return new EsteiraError('expression-function-unknown', { function: fn, similar: 'none' });
    case 'expression.too-few-arguments':
    case 'expression.too-many-arguments': {
      const values = { function: fn, expected: text('limit'), count: Number(params['count']) };
      return new EsteiraError('expression-argument-count', values);
    }
    case 'expression.argument-type': {
      const values = { position: Number(params['position']), expected: params['expected'] ?? '' };
      const found = text('found');
      return new EsteiraError('expression-argument-type', { function: fn, ...values, found });
    }
    case 'expression.types-differ': {
      const [left, right] = [text('expected'), text('found')];
      return new EsteiraError('expression-types-differ', { function: fn, left, right });
    }
    case 'expression.too-deep':
      return new EsteiraError('expression-too-deep', { limit: Number(params['limit']) });
    default:
      return new EsteiraError(code as `${string}.${string}`, params);
  }
}
