/** A relation of the statement being written: a CTE, with what its rows carry. */
import type { Column, ValueType } from '#schemas/types.ts';

export interface OrderKey {
  /** Name of the hidden column that holds the value. */
  readonly column: string;
  readonly descending: boolean;
}

/**
 * How output order is known: 'row' is by `$row`; 'column' by a `$order` column; keys are hidden columns to be sorted by
 * (then by `$row`), which wait so that a limit or the end of the statement sorts once.
 */
export type Order = 'row' | 'column' | readonly OrderKey[];

export interface Relation {
  readonly name: string;
  /** The visible columns. */
  readonly columns: readonly Column[];
  /** Type of `$part`, where there is one. */
  readonly part?: ValueType | undefined;
  readonly order: Order;
  /** Rows come in output order by themselves (a scan under `preserve_insertion_order`). */
  readonly natural: boolean;
  /** Better kept than computed twice. */
  readonly heavy: boolean;
  /** For a scan: one of some of its columns only, where DuckDB would otherwise plan all of them time and again. */
  readonly narrowed?: ((names: ReadonlySet<string>) => Relation) | undefined;
}

export type RelationTraits = Omit<Relation, 'name'>;
