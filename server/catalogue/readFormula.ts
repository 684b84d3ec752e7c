/** The engine's way to the grammar of formulas, which is the nodes' own. */
import { EsteiraError } from '#schemas/errors.ts';
import type { Expr, FormulaText } from '#schemas/types.ts';
import { parse } from '#nodes/sdk/expressions/text/parse.ts';

/** The tree of a text, null of an empty one, or why it is none. */
export function readFormula({ $formula, locale }: FormulaText): Expr | EsteiraError | null {
  if ($formula.trim() === '') return null;
  const parsed = parse($formula, locale);
  return 'error' in parsed ? new EsteiraError(parsed.error, parsed.params) : parsed.expr;
}
