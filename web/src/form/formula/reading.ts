/** A formula as it is typed: its tree, its type, or what is wrong and where. */
import { describeMessage } from '#schemas/errors.ts';
import type { Column, Locale } from '#schemas/types.ts';
import { check } from '#nodes/sdk/expressions/check/check.ts';
import { parse } from '#nodes/sdk/expressions/text/parse.ts';
import type { Span } from '#nodes/sdk/expressions/text/errors.ts';
import type { Expr, ExprType } from '#nodes/sdk/expressions/types.ts';

export type Fault = { readonly message: string; readonly remedy: string; readonly span: Span };

export type Reading = {
  /** Null of an empty text; undefined where the text is no formula. */
  readonly expr: Expr | null | undefined;
  /** Unknown while the columns are. */
  readonly type: ExprType | undefined;
  readonly fault: Fault | undefined;
};

/** Written in `locale`; what is wrong is said in `reader`, the language of whoever reads it. */
export function readFormula(
  text: string,
  locale: Locale,
  columns: readonly Column[] | undefined,
  reader = locale,
): Reading {
  if (text.trim() === '') return { expr: null, type: undefined, fault: undefined };
  const parsed = parse(text, locale);
  if ('error' in parsed) {
    const { error, params, position, length } = parsed;
    const words = describeMessage(error, params, reader);
    return { expr: undefined, type: undefined, fault: { ...words, span: { position, length } } };
  }
  const { expr, spans } = parsed;
  // A family's names are known to the data alone, so any column may be one of them.
  if (columns === undefined || columns.some(({ presence }) => presence === 'many')) {
    return { expr, type: undefined, fault: undefined };
  }
  const { type, problems } = check(expr, new Map(columns.map((each) => [each.name, each.type])));
  const [problem] = problems;
  if (problem === undefined) return { expr, type, fault: undefined };
  const whole = { position: 0, length: text.length };
  const span = spans.get(partAt(expr, problem.path)) ?? whole;
  return {
    expr,
    type: undefined,
    fault: { ...describeMessage(problem.code, problem.params, reader), span },
  };
}

function partAt(expr: Expr, path: readonly number[]): Expr {
  let part = expr;
  for (const at of path) {
    const next =
      part.kind === 'call' ? part.args[at] : part.kind === 'lookup' ? part.of : undefined;
    if (next === undefined) return part;
    part = next;
  }
  return part;
}
