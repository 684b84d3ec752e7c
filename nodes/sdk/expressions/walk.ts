import { call } from './build.ts';
import { MAX_DEPTH } from './limits.ts';
import { expressionError, unsoundness } from './soundness.ts';
import type { Expr } from './types.ts';

/**
 * Names of the columns that the expression reads, each once, in order of first appearance. Throws `expression-…` when
 * it is no expression.
 */
export function columnsOf(expr: Expr): readonly string[] {
  const problem = unsoundness(expr);
  if (problem !== undefined) throw expressionError(problem);
  const names = new Set<string>();
  collect(expr, names);
  return [...names];
}

function collect(expr: Expr, names: Set<string>): void {
  if (expr.kind === 'column') names.add(expr.name);
  if (expr.kind === 'call') for (const arg of expr.args) collect(arg, names);
  if (expr.kind === 'lookup') collect(expr.of, names);
}

/** Puts an expression in place of each column that `by` names: the fusion of two projections. */
export function replaceColumns(expr: Expr, by: (name: string) => Expr | undefined): Expr {
  switch (expr.kind) {
    case 'literal':
      return expr;
    case 'column':
      return by(expr.name) ?? expr;
    case 'call': {
      const args = expr.args.map((arg) => replaceColumns(arg, by));
      return args.every((arg, index) => arg === expr.args[index]) ? expr : call(expr.fn, ...args);
    }
    case 'lookup': {
      const of = replaceColumns(expr.of, by);
      return of === expr.of ? expr : Object.freeze({ ...expr, of });
    }
  }
}

/** New names for columns; those that `names` does not hold keep theirs. */
export function renameColumns(expr: Expr, names: ReadonlyMap<string, string>): Expr {
  return replaceColumns(expr, (column) => {
    const next = names.get(column);
    return next === undefined ? undefined : Object.freeze({ kind: 'column', name: next });
  });
}

/** Number of parts and levels. What lies deeper than MAX_DEPTH is not entered, so that no tree overflows the stack. */
export function sizeOf(expr: Expr, level = 1): { readonly nodes: number; readonly depth: number } {
  if (level > MAX_DEPTH) return { nodes: 1, depth: 1 };
  const children = expr.kind === 'call' ? expr.args : expr.kind === 'lookup' ? [expr.of] : [];
  let nodes = 1;
  let depth = 0;
  for (const child of children) {
    const size = sizeOf(child, level + 1);
    nodes += size.nodes;
    depth = Math.max(depth, size.depth);
  }
  return { nodes, depth: depth + 1 };
}
