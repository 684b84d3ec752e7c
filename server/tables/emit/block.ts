/**
 * A SELECT in the making: projections and filters over one relation. Adjacent ones become one SELECT as long as their
 * expressions stay small, so that DuckDB sees few layers; every expression is total, so their order does not matter.
 */
import type { Column } from '#schemas/types.ts';
import { col } from '#nodes/sdk/expressions/build.ts';
import type { Expr } from '#nodes/sdk/expressions/types.ts';
import { replaceColumns, sizeOf } from '#nodes/sdk/expressions/walk.ts';
import type { Relation } from './relation.ts';

export interface Block {
  readonly from: Relation;
  /** In the columns of `from`, as `made`. */
  readonly where: readonly Expr[];
  /** The visible columns with their expressions, in order. */
  readonly columns: readonly Column[];
  readonly made: ReadonlyMap<string, Expr>;
  /** The output order, in the columns of `from`; that of `from` where absent. */
  readonly sort?: readonly SortTerm[] | undefined;
}

export interface SortTerm {
  readonly expr: Expr;
  readonly descending: boolean;
}

export function blockOf(from: Relation): Block {
  const made = new Map(from.columns.map(({ name }): [string, Expr] => [name, col(name)]));
  return { from, where: [], columns: from.columns, made };
}

/** How far expressions may grow by fusion. */
export interface Budget {
  readonly parts: number;
  readonly levels: number;
  /** Parts of what is computed in several places, where DuckDB finds it again by itself. */
  readonly repeated: number;
}

/** Keeps the SQL short. */
export const USUAL: Budget = { parts: 80, levels: 20, repeated: 12 };
/** For plans so long that fewer layers matter more. */
export const GENEROUS: Budget = { parts: 2000, levels: 60, repeated: 800 };

/** `exprs`, which read the block's columns, in the columns of its relation; undefined where that is too much. */
export function fused(
  block: Block,
  exprs: readonly Expr[],
  alsoKept: boolean,
  budget: Budget,
): readonly Expr[] | undefined {
  const uses = new Map<string, number>();
  for (const expr of exprs) countColumns(expr, uses);
  for (const [name, times] of uses) {
    const made = block.made.get(name);
    if (!made || made.kind === 'column' || made.kind === 'literal') continue;
    if (times + (alsoKept ? 1 : 0) > 1 && weightOf(made) > budget.repeated) return undefined;
  }
  const out: Expr[] = [];
  for (const expr of exprs) {
    const replaced = inRelation(block, expr);
    if (replaced !== expr && expr.kind !== 'column') {
      const { nodes, depth } = sizeOf(replaced);
      if (nodes > budget.parts || depth > budget.levels) return undefined;
    }
    out.push(replaced);
  }
  return out;
}

/** Parts, the rows of lookups included. */
function weightOf(expr: Expr): number {
  switch (expr.kind) {
    case 'call':
      return expr.args.reduce((sum, arg) => sum + weightOf(arg), 1);
    case 'lookup':
      return 1 + expr.keys.length + weightOf(expr.of);
    default:
      return 1;
  }
}

function countColumns(expr: Expr, uses: Map<string, number>): void {
  if (expr.kind === 'column') uses.set(expr.name, (uses.get(expr.name) ?? 0) + 1);
  if (expr.kind === 'call') for (const arg of expr.args) countColumns(arg, uses);
  if (expr.kind === 'lookup') countColumns(expr.of, uses);
}

/** Hidden columns are the relation's own. */
function inRelation({ made }: Block, expr: Expr): Expr {
  const by = (name: string): Expr | undefined => {
    const found = made.get(name);
    return found?.kind === 'column' && found.name === name ? undefined : found;
  };
  return expr.kind === 'column' ? (by(expr.name) ?? expr) : replaceColumns(expr, by);
}
