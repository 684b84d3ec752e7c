import type {
  Cell,
  Evaluate,
  Expr,
  ExprType,
  Literal,
  Localized,
  Problem,
  ValueType,
} from './types.ts';
import type { ParameterName } from './parameterNames.ts';

/**
 * What a parameter takes, and the form in which the function gets it.
 * - number: any number, as float64. count, position, offset: a number cut to a whole one and kept within 0, 1 or
 *   -4,000,000 and an upper bound.
 * - text; textual: any type, as its text (to_text). date: a timestamp is cut to its day. timestamp: a date is its
 *   midnight.
 * - any: as it is. same: all such arguments share one type; int64 joins float64, date joins timestamp.
 */
export type Kind =
  | 'bool'
  | 'number'
  | 'count'
  | 'position'
  | 'offset'
  | 'text'
  | 'textual'
  | 'date'
  | 'timestamp'
  | 'any'
  | 'same';

export interface Parameter {
  readonly name: ParameterName;
  readonly kind: Kind;
  /** For `any` and `same`: the types accepted. Absent: every type. */
  readonly of?: readonly ValueType[];
  /** Must be written out as a constant other than null: the function is prepared with it once. */
  readonly literal?: true;
  /**
   * NaN and infinity may enter, because the function never makes a finite number of them: the check for them waits
   * for the end of the chain. Without it they have become null before.
   */
  readonly tolerant?: true;
}

export interface Signature {
  readonly parameters: readonly Parameter[];
  /** How many of the last parameters may be left out. */
  readonly optional?: number;
  /** The last parameter may be repeated. */
  readonly variadic?: true;
  /** `same`: the type that the `same` arguments share. */
  readonly result: ValueType | 'same';
}

/** What a function knows about one call of it before any row. */
export interface CallInfo {
  /** Types of the arguments, converted as the parameters ask (`count` and its like are int64). */
  readonly types: readonly ExprType[];
  /** Values of the arguments that are constants; undefined for the others. */
  readonly literals: readonly (Literal | undefined)[];
}

/** A problem that the types do not show, such as a pattern that does not compile; `path` is added by the checker. */
export type CallProblem = Pick<Problem, 'code' | 'params'>;

export interface Example {
  /** Plain values become constants; dates are written with `lit('2024-01-31', 'date')`. */
  readonly args: readonly (Literal | Expr)[];
  readonly result: Literal;
}

interface Base {
  /** Stored in documents: never changed, never reused. */
  readonly name: string;
  readonly family: Family;
  /** Names in formula text. */
  readonly names: Localized;
  readonly summary: Localized;
  readonly signature: Signature;
  /** The result may be NaN or infinite and is then null. */
  readonly overflows?: true;
  /** Last digits may differ between DuckDB and JavaScript; equal to 9 significant digits. */
  readonly approximate?: true;
  readonly problem?: (call: CallInfo) => CallProblem | undefined;
  /** SQL from the SQL of the arguments. Each argument should stand once: see `once` in sql/once.ts. */
  readonly duckdb: (args: readonly string[], call: CallInfo) => string;
  readonly examples: readonly Example[];
}

/**
 * A function of present values, at most three: any null argument makes the result null without it being called. A
 * variadic one is given for two and applied from left to right.
 */
export interface StrictFunction extends Base {
  readonly js: (call: CallInfo) => (...args: never[]) => Cell;
}

/** A function that decides itself what a null argument means, and which arguments it computes. */
export interface OwnNullsFunction extends Base {
  readonly closure: (args: readonly Evaluate[], call: CallInfo) => Evaluate;
}

export type FunctionDefinition = StrictFunction | OwnNullsFunction;

export type Family =
  | 'arithmetic'
  | 'comparison'
  | 'logic'
  | 'text'
  | 'conversion'
  | 'date'
  | 'hash';

export function defineFunction<const D extends FunctionDefinition>(definition: D): D {
  return Object.freeze(definition);
}
