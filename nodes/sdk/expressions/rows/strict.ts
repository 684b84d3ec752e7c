import type { CallInfo, StrictFunction } from '../defineFunction.ts';
import type { Cell, Evaluate } from '../types.ts';

type AnyFunction = (...args: unknown[]) => Cell;

/**
 * A function of present values as a closure: the first null argument ends it. One shape per number of arguments, so
 * that no list is made per row. A variadic function is given as one of two values and goes from left to right.
 */
export function strict(
  { js, signature, overflows }: StrictFunction,
  call: CallInfo,
  args: readonly Evaluate[],
): Evaluate {
  const fn = js(call) as AnyFunction;
  const evaluate =
    signature.variadic === true
      ? args.reduce((left, right) => withoutNulls(fn, [left, right]))
      : withoutNulls(fn, args);
  return overflows === true ? finiteOrNull(evaluate) : evaluate;
}

function finiteOrNull(evaluate: Evaluate): Evaluate {
  return (row) => {
    const value = evaluate(row) as number;
    // NaN and infinity are the numbers whose difference with themselves is not 0; null - null is.
    return value - value === 0 ? value : null;
  };
}

function withoutNulls(fn: AnyFunction, args: readonly Evaluate[]): Evaluate {
  const [first, second, third] = args as readonly [Evaluate, Evaluate, Evaluate];
  switch (args.length) {
    case 1:
      return (row) => {
        const a = first(row);
        return a === null ? null : fn(a);
      };
    case 2:
      return (row) => {
        const a = first(row);
        if (a === null) return null;
        const b = second(row);
        return b === null ? null : fn(a, b);
      };
    default:
      return (row) => {
        const a = first(row);
        if (a === null) return null;
        const b = second(row);
        if (b === null) return null;
        const c = third(row);
        return c === null ? null : fn(a, b, c);
      };
  }
}
