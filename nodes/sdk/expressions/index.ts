/** Expressions: what a plan, a node, a server or a formula editor imports. */
export type {
  CallExpr,
  Cell,
  ColumnExpr,
  Evaluate,
  Expr,
  ExprType,
  Literal,
  LiteralExpr,
  Locale,
  LookupExpr,
  Problem,
  Value,
  ValueType,
} from './types.ts';
export { call, col, lit, lookup } from './build.ts';
export { canonicalJson, sameExpression } from './canonical.ts';
export { check, expressionError, type Check } from './check/check.ts';
export { literalCell, literalFits } from './literal.ts';
export { readExpression, type Reading } from './read.ts';
export { columnsOf, renameColumns, replaceColumns, sizeOf } from './walk.ts';
export { compile } from './rows/compile.ts';
export { toSql, type SqlContext } from './sql/toSql.ts';
export { quoteIdentifier, quoteLiteral, quoteText, sqlType } from './sql/quote.ts';
export { FUNCTIONS, findFunction } from './functions/index.ts';
export { parse, type ParsedFormula } from './text/parse.ts';
export { print } from './text/print.ts';
export type { FormulaError, Span } from './text/errors.ts';
export { completions, signatureText, type Completion } from './text/completions.ts';
