/** The statement being written: a flat list of CTEs, so that a long chain of operations is not nested text. */
import { EsteiraError } from '#schemas/errors.ts';
import { quoteIdentifier } from '#nodes/sdk/expressions/sql/quote.ts';
import type { Budget } from './block.ts';
import type { Relation, RelationTraits } from './relation.ts';
import type { EmitOptions } from './types.ts';

interface Cte {
  readonly name: string;
  readonly sql: string;
  readonly heavy: boolean;
  uses: number;
}

/** Where a CTE is read, until it is known how: a NUL is never part of a name or of a quoted text. */
const READ = /\0(c\d+)\0( AS )?/g;

/**
 * CTEs in one statement. DuckDB binds each inside the one before: it refuses 1,000 and, told to go on, ends the process
 * at 2,000. Fusion keeps what people build far below this.
 */
const MOST = 800;

export interface Names {
  /** Lower-case names of the plan's columns that begin with `$`, which helper columns must not take. */
  readonly taken: ReadonlySet<string>;
  /** Snapshots with a column of the name that DuckDB uses for row numbers, even where nobody reads it. */
  readonly unnumbered: ReadonlySet<string>;
}

export class Statement {
  readonly options: EmitOptions;
  readonly budget: Budget;
  readonly names: Names;
  readonly #ctes = new Map<string, Cte>();

  constructor(options: EmitOptions, budget: Budget, names: Names) {
    this.options = options;
    this.budget = budget;
    this.names = names;
  }

  /** Adds a CTE with visible columns and `$row`. */
  add(sql: string, traits: RelationTraits): Relation {
    return { ...traits, name: this.addRaw(sql, traits.heavy) };
  }

  /** Adds a CTE of helper columns; gives its name, which is also its alias where it is read without another. */
  addRaw(sql: string, heavy = false): string {
    const name = `c${this.#ctes.size}`;
    this.#ctes.set(name, { name, sql, heavy, uses: 0 });
    return name;
  }

  /** A CTE in a FROM; counted, because one that is used twice says whether it is kept. */
  use(name: string): string {
    this.#ctes.get(name)!.uses += 1;
    return `\0${name}\0`;
  }

  /** A quoted name that no column of the plan has. */
  helper(base: string): string {
    let name = `$${base}`;
    while (this.names.taken.has(name)) name += '$';
    return quoteIdentifier(name);
  }

  get size(): number {
    return this.#ctes.size;
  }

  /** Throws `query-failed` where more CTEs stand on one another than DuckDB can bind. */
  finish(select: string): string {
    const used = [...this.#ctes.values()].filter(({ uses }) => uses > 0);
    const inlined = used.length > MOST / 4 ? leavesUsedOnce(used) : new Map<string, string>();
    const read = (sql: string): string =>
      sql.replaceAll(READ, (_, name: string, alias = '') => {
        const inline = inlined.get(name);
        if (inline === undefined) return `${name}${alias}`;
        return alias === '' ? `(${inline}) AS ${name}` : `(${inline})${alias}`;
      });
    const ctes = used.filter(({ name }) => !inlined.has(name));
    if (ctes.length > MOST) {
      const detail = `more than ${MOST} operations stand on one another that cannot be one`;
      throw new EsteiraError('query-failed', { detail });
    }
    const list = ctes.map(({ name, sql, heavy, uses }) => {
      // Always said: DuckDB would keep a scan that a later CTE, written twice, reads twice.
      const kept = heavy && uses > 1 ? 'MATERIALIZED' : 'NOT MATERIALIZED';
      return `${name} AS ${kept} (${read(sql)})`;
    });
    return list.length === 0 ? read(select) : `WITH ${list.join(',\n')}\n${read(select)}`;
  }
}

/** Where many tables come together, those that stand on no other one need not be CTEs. */
function leavesUsedOnce(ctes: readonly Cte[]): ReadonlyMap<string, string> {
  const leaves = ctes.filter(({ sql, uses }) => uses === 1 && !sql.includes('\0'));
  return new Map(leaves.map(({ name, sql }) => [name, sql]));
}
