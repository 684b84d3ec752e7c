/** Writes an expression as DuckDB SQL. Every cast is written out; identifiers are quoted, constants escaped. */
import { resolveChecked } from '../check/check.ts';
import { takesAnyNumber } from '../check/tolerance.ts';
import type { Resolved, ResolvedCall } from '../check/resolved.ts';
import type { Want } from '../check/accept.ts';
import { convertLiteralSql, convertSql } from './convert.ts';
import { lookupSql } from './lookup.ts';
import { finiteOrNull } from './once.ts';
import { quoteIdentifier } from './quote.ts';
import type { Expr, ValueType } from '../types.ts';

export interface SqlContext {
  /** Types of the columns that the expression may read. */
  readonly columns: ReadonlyMap<string, ValueType>;
  /** SQL of a column; its quoted name when absent. */
  readonly column?: (name: string) => string;
  /** The source promises that float64 columns hold no NaN or infinity, so reading them needs no check. */
  readonly finiteColumns?: boolean;
  /** The type of the result: int64 may become float64, date timestamp, null any type. */
  readonly as?: ValueType;
}

/** Throws an EsteiraError with the first problem that `check` finds. */
export function toSql(expr: Expr, context: SqlContext): string {
  return finish(resolveChecked(expr, context.columns), context.as, context);
}

/** SQL and whether it may be NaN or infinite. */
interface Emitted {
  readonly sql: string;
  readonly finite: boolean;
}

function finish(part: Resolved, want: Want | undefined, context: SqlContext): string {
  if (part.kind === 'literal') return convertLiteralSql(part.expr, want ?? part.type);
  const { sql, finite } = emit(part, context);
  return convertSql(finite ? sql : finiteOrNull(sql), part.type, want ?? part.type);
}

function emit(part: Resolved, context: SqlContext): Emitted {
  switch (part.kind) {
    case 'literal':
      return { sql: convertLiteralSql(part.expr, part.type), finite: true };
    case 'column': {
      const sql = context.column?.(part.expr.name) ?? quoteIdentifier(part.expr.name);
      return { sql, finite: part.type !== 'float64' || context.finiteColumns === true };
    }
    case 'call':
      return emitCall(part, context);
    case 'lookup':
      return { sql: lookupSql(part, finish(part.of, undefined, context)), finite: true };
  }
}

function emitCall(part: ResolvedCall, context: SqlContext): Emitted {
  const { definition, type } = part;
  if (isNull(part)) return { sql: convertSql('NULL', 'null', type), finite: true };
  let finite = definition.overflows !== true;
  const args = part.args.map((arg, index) => {
    const want = part.wants[index]!;
    if (arg.kind === 'literal' || !takesAnyNumber(part, index)) return finish(arg, want, context);
    const emitted = emit(arg, context);
    if (!emitted.finite) finite = false;
    return convertSql(emitted.sql, arg.type, want);
  });
  return { sql: `(${definition.duckdb(args, part.call)})`, finite };
}

/** Written out as a null, because DuckDB forgets the type of some functions of a constant null. */
function isNull(part: Resolved): boolean {
  if (part.kind === 'literal') return part.expr.value === null;
  return part.kind === 'call' && 'js' in part.definition && part.args.some(isNull);
}
