/** Turns an expression into a closure over one row. Nothing is allocated per row; constant parts are computed once. */
import { resolveChecked } from '../check/check.ts';
import type { Resolved, ResolvedCall, ResolvedColumn } from '../check/resolved.ts';
import { literalCell } from '../literal.ts';
import { convertJs } from './convert.ts';
import { compileLookup } from './lookup.ts';
import { strict } from './strict.ts';
import type { Evaluate, Expr, ValueType } from '../types.ts';

/**
 * `slots`: the place of each column in the row; `types`: its type; `as`: the type of the result, as in toSql.
 * A cell that is undefined, NaN or infinite is read as null. Throws an EsteiraError with the first problem that `check` finds.
 */
export function compile(
  expr: Expr,
  slots: ReadonlyMap<string, number>,
  types: ReadonlyMap<string, ValueType>,
  as?: ValueType,
): Evaluate {
  const resolved = resolveChecked(expr, types);
  const { evaluate } = compilePart(resolved, slots);
  return as === undefined ? evaluate : convertJs(evaluate, resolved.type, as);
}

interface Compiled {
  readonly evaluate: Evaluate;
  readonly constant: boolean;
}

function compilePart(part: Resolved, slots: ReadonlyMap<string, number>): Compiled {
  switch (part.kind) {
    case 'literal': {
      const value = literalCell(part.expr.value, part.type);
      return { evaluate: () => value, constant: true };
    }
    case 'column':
      return { evaluate: readColumn(part, slots), constant: false };
    case 'call':
      return compileCall(part, slots);
    case 'lookup': {
      const of = compilePart(part.of, slots);
      return fold(compileLookup(part, of.evaluate), of.constant);
    }
  }
}

function readColumn({ expr, type }: ResolvedColumn, slots: ReadonlyMap<string, number>): Evaluate {
  const slot = slots.get(expr.name);
  if (slot === undefined)
    throw new RangeError(`no slot for the column ${JSON.stringify(expr.name)}`);
  if (type === 'float64') {
    return (row) => {
      const value = row[slot] as number;
      // Not 0 for NaN, infinity and undefined; 0 for null.
      return value - value === 0 ? value : null;
    };
  }
  return (row) => (row[slot] ?? null) as ReturnType<Evaluate>;
}

function compileCall(part: ResolvedCall, slots: ReadonlyMap<string, number>): Compiled {
  const parts = part.args.map((arg) => compilePart(arg, slots));
  const constant = parts.every((arg) => arg.constant);
  const args = parts.map((arg, index) => {
    const evaluate = convertJs(arg.evaluate, part.args[index]!.type, part.wants[index]!);
    return fold(evaluate, arg.constant).evaluate;
  });
  const { definition, call } = part;
  const evaluate =
    'closure' in definition ? definition.closure(args, call) : strict(definition, call, args);
  return fold(evaluate, constant);
}

function fold(evaluate: Evaluate, constant: boolean): Compiled {
  if (!constant) return { evaluate, constant };
  const value = evaluate([]);
  return { evaluate: () => value, constant };
}
