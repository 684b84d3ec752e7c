/** Gives every part of an expression its type and every argument the form that its function asks for. */
import { MAX_DEPTH } from '../limits.ts';
import { FUNCTIONS, findFunction } from '../functions/index.ts';
import { nearest } from '#schemas/nearest.ts';
import { likeliest } from './likeliest.ts';
import { failed, type Path, type Resolved, type Scope } from './resolved.ts';
import { resolveCall } from './resolveCall.ts';
import { literalFits } from '../literal.ts';
import type { CallExpr, ColumnExpr, Expr, ExprType, LookupExpr } from '../types.ts';

/** A part in which something is wrong has the type `null`, which fits everywhere: one mistake gives one problem. */
export function resolve(expr: Expr, scope: Scope, path: Path = []): Resolved {
  if (path.length >= MAX_DEPTH) {
    return failed(scope, { code: 'expression-too-deep', path, params: { limit: MAX_DEPTH } });
  }
  switch (expr.kind) {
    case 'literal':
      return { kind: 'literal', expr, type: expr.type };
    case 'column':
      return resolveColumn(expr, scope, path);
    case 'call':
      return resolveFunction(expr, scope, path);
    case 'lookup':
      return resolveLookup(expr, scope, path);
  }
}

function resolveColumn(expr: ColumnExpr, scope: Scope, path: Path): Resolved {
  const type = scope.columns.get(expr.name);
  if (type !== undefined) return { kind: 'column', expr, type };
  return failed(scope, {
    code: 'expression-column-unknown',
    path,
    params: { column: expr.name, known: likeliest(expr.name, [...scope.columns.keys()]) },
  });
}

function resolveFunction(expr: CallExpr, scope: Scope, path: Path): Resolved {
  const definition = findFunction(expr.fn);
  if (definition === undefined) {
    const similar =
      nearest(
        expr.fn,
        FUNCTIONS.map((known) => known.name),
      ) ?? '';
    const params = { function: expr.fn, similar };
    return failed(scope, { code: 'expression-function-unknown', path, params });
  }
  const args = expr.args.map((arg, index) => resolve(arg, scope, [...path, index]));
  return resolveCall(definition, args, scope, path);
}

function resolveLookup(expr: LookupExpr, scope: Scope, path: Path): Resolved {
  const of = resolve(expr.of, scope, [...path, 0]);
  if (!keysFit(expr, of.type)) {
    return failed(scope, { code: 'expression-lookup-keys', path, params: { found: of.type } });
  }
  return { kind: 'lookup', expr, of, type: expr.type };
}

/** The type that the keys of a lookup were last found to fit: a table of many rows is not read at every step. */
const fitting = new WeakMap<LookupExpr, ExprType>();

function keysFit(expr: LookupExpr, type: ExprType): boolean {
  if (type === 'null' || fitting.get(expr) === type) return true;
  // A fraction never equals a whole number, which is no mistake.
  const keyType = type === 'int64' ? 'float64' : type;
  const fit = expr.keys.every((key) => literalFits(key, keyType));
  if (fit && Object.isFrozen(expr)) fitting.set(expr, type);
  return fit;
}
