import { compareText } from '../../values/compareText.ts';
import type { Cell, Evaluate, ExprType } from '../../types.ts';

/** The largest (`side` 1) or smallest (-1) present value, or null where all are null. */
export function extreme(args: readonly Evaluate[], type: ExprType, side: 1 | -1): Evaluate {
  const before =
    type === 'text'
      ? (a: Cell, b: Cell) => compareText(a as string, b as string) * side < 0
      : (a: Cell, b: Cell) => ((a as number) - (b as number)) * side < 0;
  return (row) => {
    let best: Cell = null;
    for (const arg of args) {
      const value = arg(row);
      if (value !== null && (best === null || before(best, value))) best = value;
    }
    return best;
  };
}
