/** Which field a problem of the server is about, where it does not say so itself. */
import type { Problem } from '#schemas/types.ts';
import { pointerPart } from './pointer.ts';
import type { Field, Params } from './types.ts';
import { valueOf } from './values.ts';

type Placed = Pick<Problem, 'code' | 'params'> & { readonly path?: string | undefined };

/** A JSON Pointer into the node's params; '' where the problem is about the node as a whole. */
export function placeOf(
  { code, params, path = '' }: Placed,
  fields: readonly Field[],
  values: Params,
): string {
  const own = path.replace(/^\/nodes\/\d+/, '').replace(/^\/params(?=\/|$)/, '');
  if (own !== '') return own;
  const { param, column } = params;
  const named = fields.find(({ name }) => name === param);
  if (named !== undefined) return `/${pointerPart(named.name)}`;
  if (typeof column === 'string') {
    for (const field of fields) {
      const found = pathTo(valueOf(field, values), column);
      if (found !== undefined) return `/${pointerPart(field.name)}${found}`;
    }
  }
  const formulas = fields.filter(({ widget }) => widget === 'expression' || widget === 'condition');
  const isFormula = /^(expression|formula|function)-/.test(code);
  return isFormula && formulas.length === 1 ? `/${pointerPart(formulas[0]!.name)}` : '';
}

/** Where a text stands inside a value; within an expression, the expression itself. */
function pathTo(value: unknown, text: string): string | undefined {
  if (value === text) return '';
  if (typeof value !== 'object' || value === null) return undefined;
  const isExpression = 'kind' in value;
  for (const [key, member] of Object.entries(value)) {
    const found = pathTo(member, text);
    if (found !== undefined) return isExpression ? '' : `/${pointerPart(key)}${found}`;
  }
  return undefined;
}
