/** What the emitter asks and answers. */
import type { ValueType } from '#schemas/types.ts';

export interface EmitOptions {
  /** Where the Parquet file of a snapshot lies. */
  snapshot(hash: string): string;
  /**
   * SQL of the relation that stands for `input` plans (a quoted view or table name), with their columns and `$row`.
   * Without it a plan over `input` is refused: replace the input by a table first.
   */
  readonly input?: string;
}

export interface EmittedColumn {
  readonly name: string;
  readonly type: ValueType;
}

export interface Emitted {
  /** One SELECT: the visible columns in order, then `"$row"`, then `"$part"` and `"$order"` where there are any. */
  readonly sql: string;
  /** The visible columns. */
  readonly columns: readonly EmittedColumn[];
  readonly hasRow: boolean;
  /** `$part` is text for a holdout, an integer from 0 for folds. */
  readonly hasPart: boolean;
  readonly hasOrder: boolean;
}
