import type { ErrorData, Json, OutputSummary, TableSchema } from '#schemas/types.ts';
import type { Actor } from '../types.ts';

/** Rows by position: a column's name may be anything, so no object is keyed by it. Dates are ISO text. */
export interface Rows {
  readonly rows: readonly (readonly (null | boolean | number | string)[])[];
}

/** Some of a table's rows. Conditions and orders are expression trees, checked against the table's columns. */
export interface Narrowing {
  /** Of a table that is split into training and test rows; any other counts whole. */
  readonly part?: 'train' | 'validation' | 'test';
  readonly where?: unknown;
  /** With the columns as they came, before they were made ready to be learned from; first what was predicted. */
  readonly raw?: boolean;
  /** The first one first; missing values last. */
  readonly order?: readonly { readonly by: unknown; readonly descending?: boolean }[];
}

export interface PreviewRequest extends Narrowing {
  readonly document: unknown;
  readonly params?: Readonly<Record<string, Json>>;
  readonly seed?: number;
  readonly node: string;
  readonly port: string;
  /** A run: what it did to the world, and what it was answered, counts as done. */
  readonly run?: string;
  /** Default 100, at most 10,000. */
  readonly limit?: number;
  readonly offset?: number;
  readonly signal?: AbortSignal;
}

export interface ProfileRequest extends Omit<PreviewRequest, 'limit' | 'offset'> {
  /** Only these columns; by default the first 300. Names that the table has not are left out. */
  readonly columns?: readonly string[];
}

export type Preview =
  | ({ readonly kind: 'table'; readonly schema: TableSchema; readonly rowCount?: number } & Rows)
  | { readonly kind: 'model' | 'report'; readonly value: Readonly<Record<string, unknown>> };

/** One column at a glance. Quantiles are of the values that are there. */
export interface ColumnProfile {
  readonly name: string;
  readonly missing: number;
  readonly distinct: number;
  readonly numbers?: {
    readonly min: number;
    readonly max: number;
    readonly mean: number;
    readonly deviation: number | null;
    /** At most 10 bins of equal width: counts from the least value to the greatest. */
    readonly histogram: readonly number[];
  };
  /** ISO text; the histogram is over days. */
  readonly dates?: {
    readonly min: string;
    readonly max: string;
    readonly histogram: readonly number[];
  };
  /** The most frequent values with how often, most frequent first. */
  readonly top?: readonly { readonly value: string; readonly count: number }[];
}

export interface Profile {
  readonly rowCount: number;
  readonly columns: readonly ColumnProfile[];
}

/** What is known of every port before anything runs. */
export interface GraphSchemas {
  /** By node id and output port. A port without a table, or of which nothing is known yet, is absent. */
  readonly outputs: Readonly<Record<string, Readonly<Record<string, TableSchema>>>>;
  readonly problems: readonly ErrorData[];
}

/**
 * Looks at a wire, before or after a run: steps that are relational, those whose results are kept, and those whose
 * type says that it may be run for a look (`previews`) are used; nothing is trained for a look. Works in the query
 * process, ends with `cancelled` or `query-too-long`.
 */
export interface PreviewService {
  rows(actor: Actor, request: PreviewRequest): Promise<Preview>;
  profile(actor: Actor, request: ProfileRequest): Promise<Profile>;
  schemas(
    actor: Actor,
    request: Pick<PreviewRequest, 'document' | 'params' | 'seed' | 'signal'>,
  ): Promise<GraphSchemas>;
}

export type { OutputSummary };
