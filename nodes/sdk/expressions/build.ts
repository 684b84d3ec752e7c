/** Short builders of frozen expressions. They trust their caller; what comes from outside goes through read.ts. */
import type {
  CallExpr,
  ColumnExpr,
  Expr,
  Literal,
  LiteralExpr,
  LookupExpr,
  ValueType,
} from './types.ts';
import { isoTimestamp, parseIsoTimestamp } from './values/isoText.ts';

export function col(name: string): ColumnExpr {
  return Object.freeze({ kind: 'column', name });
}

/**
 * A constant. Without `type`: bool, text, int64 for safe integers, float64 for other numbers. -0 becomes 0, because
 * JSON cannot hold it; a timestamp gets its one spelling.
 */
export function lit(value: Literal, type?: ValueType): LiteralExpr {
  const plain = type === 'timestamp' ? canonicalTimestamp(value) : withoutNegativeZero(value);
  return Object.freeze({
    kind: 'literal',
    value: plain,
    type: plain === null ? 'null' : (type ?? typeOf(plain)),
  });
}

function typeOf(value: boolean | number | string): ValueType {
  if (typeof value === 'boolean') return 'bool';
  if (typeof value === 'string') return 'text';
  return Number.isSafeInteger(value) ? 'int64' : 'float64';
}

/** Plain values among the arguments become constants: `call('add', col('x'), 1)`. */
export function call(fn: string, ...args: readonly (Expr | Literal)[]): CallExpr {
  return Object.freeze({ kind: 'call', fn, args: Object.freeze(args.map(toExpr)) });
}

function toExpr(part: Expr | Literal): Expr {
  return part !== null && typeof part === 'object' ? part : lit(part);
}

/** `table` holds one [key, value] per row; keys are distinct, a null key stands for a missing value. */
export function lookup(
  of: Expr,
  table: Iterable<readonly [Literal, Literal]>,
  type: ValueType,
  otherwise: Literal = null,
): LookupExpr {
  const rows = [...table];
  return Object.freeze({
    kind: 'lookup',
    of,
    keys: Object.freeze(rows.map(([key]) => withoutNegativeZero(key))),
    values: Object.freeze(rows.map(([, value]) => withoutNegativeZero(value))),
    otherwise: withoutNegativeZero(otherwise),
    type,
  });
}

function canonicalTimestamp(value: Literal): Literal {
  const micros = parseIsoTimestamp(String(value));
  return micros === null ? value : isoTimestamp(micros);
}

function withoutNegativeZero(value: Literal): Literal {
  return value === 0 ? 0 : value;
}
