/** The shape that the ways of encoding share: what they ask of the training rows, learn and make. */
import type { Column } from '#schemas/types.ts';
import type { Cell } from '#nodes/sdk/context.ts';
import type { Projection } from '#nodes/sdk/plan/types.ts';
import type { Table } from '#nodes/sdk/plan/table.ts';
import type { Json } from '#nodes/sdk/values.ts';

export interface Settings {
  /** Categories kept at most, the most common first; the rest count as one. */
  readonly maxCategories: number;
  /** Rows' worth of the overall mean that each category's own mean is mixed with. */
  readonly smoothing: number;
}

export type Rows = { readonly [query: string]: readonly ReadonlyMap<string, Cell>[] };

/** What takes the place of one column. */
export interface Encoded {
  readonly column: string;
  readonly projections: readonly Projection[];
}

/** An entry of each column, as pairs: a column's name is data, never a key. */
export type Fitted<T extends Json> = {
  readonly columns: readonly (readonly [column: string, entry: T])[];
};

export interface Encoding<T extends Json = Json> {
  queries(table: Table, columns: readonly Column[], settings: Settings): Record<string, Table>;
  state(rows: Rows, columns: readonly Column[], settings: Settings): Fitted<T>;
  /** `taken` are the names that may not be used again, in lower case; new names are added. */
  encode(fitted: Fitted<T>, columns: readonly Column[], taken: Set<string>): readonly Encoded[];
  /** What a column becomes, before the data are known. */
  declare(table: Table, column: Column): readonly Column[];
}

export const queryName = (at: number): string => `column${at}`;
