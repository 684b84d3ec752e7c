/**
 * An expression: a frozen JSON tree, of the shape in schemas/expression.schema.json. Text is only a view of it (text/),
 * SQL and closures are made from it.
 *
 * Semantics, the same in bulk (DuckDB) and row by row (JavaScript), held by the parity test:
 * - Null in, null out, unless a function says otherwise; AND, OR, IN and BETWEEN are SQL's three-valued logic.
 * - Arithmetic is float64. NaN and infinity become null; so does a division by zero.
 * - int64 stays within ±(2^53 − 1). Text is compared by code point. Nothing depends on a locale or a time zone.
 * - date: days since 1970-01-01, timestamp (no zone): microseconds since then, both JS numbers. Years 1 to 9999.
 */
import type { ErrorCode } from '#schemas/errors.ts';
import type {
  CallExpr,
  ColumnExpr,
  Expr,
  Literal,
  LiteralExpr,
  LookupExpr,
  ValueType,
} from '#schemas/types.ts';

export type { CallExpr, ColumnExpr, Expr, Literal, LiteralExpr, LookupExpr, ValueType };

/** The type of an expression that can only be null is `null`; it converts to every other type. */
export type ExprType = ValueType | 'null';

/** A value in the row evaluator; dates and timestamps are numbers (see above). */
export type Value = boolean | number | string;
export type Cell = Value | null;

/** Computes one value from a row, whose places are given by the `slots` of the compilation. */
export type Evaluate = (row: readonly unknown[]) => Cell;

/** Something wrong with an expression: a code of the catalogue, where in the tree, and the values to be named. */
export interface Problem {
  readonly code: ErrorCode;
  /** Argument positions from the root; [] is the root. */
  readonly path: readonly number[];
  /** What the catalogue's message needs. */
  readonly params: { readonly [key: string]: string | number | readonly string[] };
}

/** Languages of formula text. */
export type Locale = 'en' | 'pt-BR';
export const LOCALES: readonly Locale[] = ['en', 'pt-BR'];

export type Localized = { readonly [locale in Locale]: string };
