/**
 * A SELECT in the making: projections and filters over one relation. Adjacent ones become one SELECT as long as their
 * expressions stay small, so that DuckDB sees few layers; every expression is total, so their order does not matter.
 */
import type { Column } from '#schemas/types.ts';
import { col } from '#nodes/sdk/expressions/build.ts';
import type { Expr } from '#nodes/sdk/expressions/types.ts';
import { columnsOf, replaceColumns, sizeOf } from '#nodes/sdk/expressions/walk.ts';
import type { Relation } from './relation.ts';

export interface Block {
  readonly from: Relation;
  /** In the columns of `from`, as `made`. */
  readonly where: readonly Expr[];
  /** The visible columns with their expressions, in order. */
  readonly columns: readonly Column[];
  readonly made: ReadonlyMap<string, Expr>;
}

export function blockOf(from: Relation): Block {
  const made = new Map(from.columns.map(({ name }): [string, Expr] => [name, col(name)]));
  return { from, where: [], columns: from.columns, made };
}

/** Limits of one fused expression; of what is computed more than once only small expressions. */
const MOST_PARTS = 80;
const MOST_LEVELS = 20;
const MOST_REPEATED = 12;

/** `exprs`, which read the block's columns, in the columns of its relation; undefined where that is too much. */
export function fused(
  block: Block,
  exprs: readonly Expr[],
  alsoKept: boolean,
): readonly Expr[] | undefined {
  const uses = new Map<string, number>();
  for (const expr of exprs) {
    if (expr.kind === 'column') count(uses, expr.name);
    else for (const name of columnsOf(expr)) count(uses, name);
  }
  for (const [name, times] of uses) {
    const made = block.made.get(name);
    if (!made || made.kind === 'column' || made.kind === 'literal') continue;
    if (times + (alsoKept ? 1 : 0) > 1 && sizeOf(made).nodes > MOST_REPEATED) return undefined;
  }
  const out: Expr[] = [];
  for (const expr of exprs) {
    const replaced = inRelation(block, expr);
    if (replaced !== expr) {
      const { nodes, depth } = sizeOf(replaced);
      if (depth > 1 && (nodes > MOST_PARTS || depth > MOST_LEVELS)) return undefined;
    }
    out.push(replaced);
  }
  return out;
}

function count(uses: Map<string, number>, name: string): void {
  uses.set(name, (uses.get(name) ?? 0) + 1);
}

/** Hidden columns are the relation's own. */
function inRelation({ made }: Block, expr: Expr): Expr {
  const by = (name: string): Expr | undefined => {
    const found = made.get(name);
    return found?.kind === 'column' && found.name === name ? undefined : found;
  };
  return expr.kind === 'column' ? (by(expr.name) ?? expr) : replaceColumns(expr, by);
}
