/** SQL around an emitted plan, in the form that the readers of vectors.ts take. */
import { quoteIdentifier } from '#nodes/sdk/expressions/sql/quote.ts';
import { ORDER, PART, ROW } from '#nodes/sdk/plan/types.ts';
import type { Emitted, EmittedColumn } from '../emit/types.ts';

/** int64 and float64 and bool as DOUBLE, NaN where missing. */
export function asDouble({ name }: Pick<EmittedColumn, 'name'>): string {
  return `coalesce(CAST(${quoteIdentifier(name)} AS DOUBLE), CAST('nan' AS DOUBLE))`;
}

/** As FLOAT within its finite range, so that 1e308 does not become infinite; NaN where missing. */
export function asFloat({ name }: Pick<EmittedColumn, 'name'>): string {
  const limit = '3.4028234663852886e38';
  const clamped = `least(greatest(CAST(${quoteIdentifier(name)} AS DOUBLE), (-${limit})), ${limit})`;
  return `coalesce(CAST(${clamped} AS FLOAT), CAST('nan' AS FLOAT))`;
}

/** A cell's column for `cells`: numbers as DOUBLE, the rest as it is. */
export function asCell(column: EmittedColumn): string {
  return column.type === 'int64' || column.type === 'float64'
    ? asDouble(column)
    : quoteIdentifier(column.name);
}

export function rowAsDouble(): string {
  return `CAST(${quoteIdentifier(ROW)} AS DOUBLE)`;
}

/** `expressions` over the plan's rows. A projection over an ordered relation keeps its order. */
export function select(expressions: readonly string[], from: Emitted, rest = ''): string {
  return `SELECT ${expressions.join(', ')} FROM (${from.sql}) AS t${rest}`;
}

/** Every column that a checkpoint keeps: the visible ones and the hidden ones. */
export function everything(from: Emitted): string {
  const hidden = [ROW, ...(from.hasPart ? [PART] : []), ...(from.hasOrder ? [ORDER] : [])];
  return select(
    [...from.columns.map((column) => column.name), ...hidden].map(quoteIdentifier),
    from,
  );
}
