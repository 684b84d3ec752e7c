/** The statement being written: a flat list of CTEs, so that a long chain of operations is not nested text. */
import { quoteIdentifier } from '#nodes/sdk/expressions/sql/quote.ts';
import { checkDepth } from './depth.ts';
import type { Relation, RelationTraits } from './relation.ts';
import type { EmitOptions } from './types.ts';

interface Cte {
  readonly name: string;
  readonly sql: string;
  readonly heavy: boolean;
  uses: number;
}

export class Statement {
  readonly options: EmitOptions;
  readonly #ctes = new Map<string, Cte>();
  readonly #taken: ReadonlySet<string>;

  /** `taken`: lower-case names of the plan's columns that begin with `$`; names of helper columns avoid them. */
  constructor(options: EmitOptions, taken: ReadonlySet<string>) {
    this.options = options;
    this.#taken = taken;
  }

  /** Adds a CTE with visible columns and `$row`. */
  add(sql: string, traits: RelationTraits): Relation {
    return { ...traits, name: this.addRaw(sql, traits.heavy) };
  }

  /** Adds a CTE of helper columns; gives its name. */
  addRaw(sql: string, heavy = false): string {
    const name = `c${this.#ctes.size}`;
    this.#ctes.set(name, { name, sql, heavy, uses: 0 });
    return name;
  }

  /** A CTE's name for a FROM; counted, because one that is used twice says whether it is kept. */
  use(name: string): string {
    this.#ctes.get(name)!.uses += 1;
    return name;
  }

  /** A quoted name that no column of the plan has. */
  helper(base: string): string {
    let name = `$${base}`;
    while (this.#taken.has(name)) name += '$';
    return quoteIdentifier(name);
  }

  finish(select: string): string {
    const ctes = [...this.#ctes.values()].filter(({ uses }) => uses > 0);
    if (ctes.length === 0) return select;
    checkDepth(ctes);
    const list = ctes.map(({ name, sql, heavy, uses }) => {
      // Always said: DuckDB would keep a scan that a later CTE, written twice, reads twice.
      const kept = heavy && uses > 1 ? 'MATERIALIZED' : 'NOT MATERIALIZED';
      return `${name} AS ${kept} (${sql})`;
    });
    return `WITH ${list.join(',\n')}\n${select}`;
  }
}
