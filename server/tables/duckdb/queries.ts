/** SQL around an emitted plan, in the form that the readers of vectors.ts take. */
import { quoteIdentifier } from '#nodes/sdk/expressions/sql/quote.ts';
import { ROW } from '#nodes/sdk/plan/types.ts';
import type { Emitted, EmittedColumn } from '../emit/types.ts';

const NAN = "CAST('nan' AS DOUBLE)";
const FLOAT_NAN = "CAST('nan' AS FLOAT)";
/** The largest finite FLOAT. */
const FLOAT_MAX = '3.4028234663852886e38';

/** int64, float64 and bool as DOUBLE, NaN where missing. */
export function asDouble(name: string): string {
  return `coalesce(CAST(${quoteIdentifier(name)} AS DOUBLE), ${NAN})`;
}

/** As FLOAT within its finite range, so that 1e308 does not become infinite; NaN where missing. */
export function asFloat({ name, type }: EmittedColumn): string {
  const value = quoteIdentifier(name);
  const inRange =
    type === 'float64'
      ? `CASE WHEN ${value} > ${FLOAT_MAX} THEN ${FLOAT_MAX} WHEN ${value} < (-${FLOAT_MAX}) THEN (-${FLOAT_MAX}) ELSE ${value} END`
      : value;
  return `coalesce(CAST(${inRange} AS FLOAT), ${FLOAT_NAN})`;
}

/** A column as `cells` of vectors.ts takes it. */
export function asCell({ name, type }: EmittedColumn): string {
  return type === 'int64' || type === 'float64' ? asDouble(name) : quoteIdentifier(name);
}

export const ROW_AS_DOUBLE = `CAST(${quoteIdentifier(ROW)} AS DOUBLE)`;

/** `expressions` over the plan's rows. A projection over an ordered relation keeps its order. */
export function select(expressions: readonly string[], from: Emitted, rest = ''): string {
  return `SELECT ${expressions.join(', ')} FROM (${from.sql}) AS t${rest}`;
}
