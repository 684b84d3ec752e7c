/**
 * An expression: a frozen JSON tree. Text is only a view of it (text/), SQL and closures are made from it.
 *
 * Semantics, the same in bulk (DuckDB) and row by row (JavaScript), held by the parity test:
 * - Null in, null out, unless a function says otherwise; AND, OR, IN and BETWEEN are SQL's three-valued logic.
 * - Arithmetic is float64. NaN and infinity become null; so does a division by zero.
 * - int64 stays within ±(2^53 − 1). Text is compared by code point. Nothing depends on a locale or a time zone.
 * - date: days since 1970-01-01, timestamp (no zone): microseconds since then, both JS numbers. Years 1 to 9999.
 */
import type { ErrorCode } from '#schemas/errors.ts';
import type { ValueType } from '#schemas/types.ts';

export type { ValueType };

/** A constant. Dates and timestamps are ISO text: `2024-01-31`, `2024-01-31T10:05:07.123456`. */
export type Literal = null | boolean | number | string;

export interface LiteralExpr {
  readonly kind: 'literal';
  readonly value: Literal;
  /** `null` exactly when the value is null. */
  readonly type: ValueType | 'null';
}

export interface ColumnExpr {
  readonly kind: 'column';
  readonly name: string;
}

export interface CallExpr {
  readonly kind: 'call';
  /** Name of a function in functions/. */
  readonly fn: string;
  readonly args: readonly Expr[];
}

/**
 * A many-to-one join to a frozen table: `values[i]` where `of` equals `keys[i]`, else `otherwise`. A null key stands
 * for a missing value; without one a missing value gives `otherwise`. Values and `otherwise` are of `type` or null.
 */
export interface LookupExpr {
  readonly kind: 'lookup';
  readonly of: Expr;
  readonly keys: readonly Literal[];
  readonly values: readonly Literal[];
  readonly otherwise: Literal;
  readonly type: ValueType;
}

export type Expr = LiteralExpr | ColumnExpr | CallExpr | LookupExpr;

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
