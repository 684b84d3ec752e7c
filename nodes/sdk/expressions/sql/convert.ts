import { BOUNDS, cutLiteral, isWhole, type WholeWant } from '../check/whole.ts';
import type { Want } from '../check/accept.ts';
import { toTextSql } from './toText.ts';
import { once } from './once.ts';
import { quoteLiteral, sqlType } from './quote.ts';
import type { ExprType, LiteralExpr } from '../types.ts';

/** The SQL of a value of one type in the form that a function asks for. */
export function convertSql(sql: string, from: ExprType, to: Want): string {
  if (to === 'textual') return toTextSql(sql, from);
  if (isWhole(to)) return wholeSql(sql, from, to);
  return from === to || to === 'null' ? sql : `CAST(${sql} AS ${sqlType(to)})`;
}

/** The same for a constant, without a cast of a cast where the result can be written out. */
export function convertLiteralSql(expr: LiteralExpr, to: Want): string {
  if (isWhole(to)) return quoteLiteral(cutLiteral(expr.value, to), 'int64');
  if (to === 'textual') return convertSql(literalSql(expr), expr.type, to);
  if (to !== 'null' && (expr.type === 'null' || (expr.type === 'int64' && to === 'float64'))) {
    return quoteLiteral(expr.value, to);
  }
  return convertSql(literalSql(expr), expr.type, to);
}

function literalSql(expr: LiteralExpr): string {
  return expr.type === 'null' ? 'NULL' : quoteLiteral(expr.value, expr.type);
}

function wholeSql(sql: string, from: ExprType, want: WholeWant): string {
  if (from === 'null') return `CAST(${sql} AS BIGINT)`;
  const [lowest, highest] = BOUNDS[want].map((bound) => quoteLiteral(bound, from as 'int64'));
  const within = once(
    sql,
    (value) =>
      `CASE WHEN ${value} < ${lowest} THEN ${lowest} WHEN ${value} > ${highest} THEN ${highest} ELSE ${value} END`,
  );
  return from === 'int64' ? within : `CAST(trunc(${within}) AS BIGINT)`;
}
