import type { ResolvedLookup } from '../check/resolved.ts';
import { literalCell } from '../literal.ts';
import type { Cell, Evaluate } from '../types.ts';

export function compileLookup({ expr, of: { type } }: ResolvedLookup, of: Evaluate): Evaluate {
  const table = new Map<Cell, Cell>(
    expr.keys.map((key, index) => [
      literalCell(key, type),
      literalCell(expr.values[index]!, expr.type),
    ]),
  );
  const otherwise = literalCell(expr.otherwise, expr.type);
  return (row) => {
    const value = table.get(of(row));
    return value === undefined ? otherwise : value;
  };
}
