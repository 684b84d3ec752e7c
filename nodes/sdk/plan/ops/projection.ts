/** Projections as data: bare references are made once per column, so that a wide table's plans share them. */
import type { Column } from '#schemas/types.ts';
import { col } from '../../expressions/build.ts';
import type { Expr } from '../../expressions/types.ts';
import type { Projection } from '../types.ts';

const bare = new WeakMap<Column, Projection>();

/** The column as it is. */
export function keep(column: Column): Projection {
  let projection = bare.get(column);
  if (!projection) {
    projection = Object.freeze({ name: column.name, expr: col(column.name) });
    bare.set(column, projection);
  }
  return projection;
}

export function freezeProjection(projection: Projection): Projection {
  if (Object.isFrozen(projection)) return projection;
  const { name, expr, meta } = projection;
  const said = meta && Object.fromEntries(Object.entries(meta).filter(([, v]) => v !== undefined));
  return Object.freeze({
    name,
    expr: freezeExpr(expr),
    ...(said && Object.keys(said).length > 0 ? { meta: Object.freeze(said) } : {}),
  });
}

/** Builders freeze what they make; an expression that was parsed may not be. */
export function freezeExpr(expr: Expr): Expr {
  if (Object.isFrozen(expr)) return expr;
  if (expr.kind === 'call') {
    return Object.freeze({ ...expr, args: Object.freeze(expr.args.map(freezeExpr)) });
  }
  if (expr.kind === 'lookup') return Object.freeze({ ...expr, of: freezeExpr(expr.of) });
  return Object.freeze({ ...expr });
}
