/**
 * The table plan: what a data node returns instead of rows.
 *
 * A plan is frozen JSON, a typed relational tree. It is executed in bulk (server/tables/duckdb), row by row
 * for serving (server/tables/rows), and later by other engines; each emits its own dialect from it.
 *
 * Hidden columns travel beside the visible ones and are never part of a schema's `columns`:
 * - `$row` BIGINT: identity of the row. A source's row number; what each operation makes of it is stated below.
 * - `$part`: text 'train' | 'validation' | 'test' (holdout) or an integer fold (folds). Present after `partition`.
 * - `$order` BIGINT: output order after `sort`; without it rows are ordered by `$row`.
 */
import type { Column, Partition, ValueType } from '#schemas/types.ts';
import type { Expr, Literal } from '../expressions/types.ts';

export const ROW = '$row';
export const PART = '$part';
export const ORDER = '$order';

/** What a projection says about a column beyond its value; what is absent is inferred from the expression. */
export type ColumnMeta = Partial<
  Pick<Column, 'meaning' | 'role' | 'personal' | 'presence' | 'of' | 'levels'>
>;

/**
 * A snapshot in Parquet, named by content hash. Identity: the file's row number, or its own `$row` column. Whoever
 * writes one sees to it that float64 columns hold no NaN or infinity (missing is null), and that the rows stand in
 * output order.
 */
export interface SourcePlan {
  readonly op: 'source';
  readonly snapshot: string;
  readonly columns: readonly Column[];
  readonly rows: number;
  /** True when the Parquet file carries a `$row` column of its own (a checkpoint of derived rows). */
  readonly ownRow?: boolean;
  /** Every `$row` is below it; from `checkpoint` (checkpoint.ts), so that later identities stay the same. */
  readonly rowLimit?: number;
  /** Present when the file carries `$part` (a checkpoint of a split table): how its rows are split. */
  readonly partition?: Partition;
  /** True when the file carries `$order` (a checkpoint of a sorted table). */
  readonly ownOrder?: boolean;
}

/** Rows that the caller brings: one raw row when serving, a table when scoring in bulk. Identity: the caller's. */
export interface InputPlan {
  readonly op: 'input';
  readonly columns: readonly Column[];
  /** How its rows are split, where they are: a table of which only the schema is known. */
  readonly partition?: Partition;
}

/** Rows written in the document itself. Identity: the position. */
export interface ValuesPlan {
  readonly op: 'values';
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Literal[])[];
}

export interface Projection {
  readonly name: string;
  readonly expr: Expr;
  readonly meta?: ColumnMeta;
}

/** The full list of visible columns, in order. Row-wise; identity kept. */
export interface ProjectPlan {
  readonly op: 'project';
  readonly input: Plan;
  readonly columns: readonly Projection[];
}

/** Rows where `where` is true (null is not true). Row-selecting; identity kept. May name `$part`. */
export interface FilterPlan {
  readonly op: 'filter';
  readonly input: Plan;
  readonly where: Expr;
  /**
   * When serving: 'skip' (default; the condition becomes a stated precondition of the model) — every raw row is
   * answered.
   */
  readonly note?: string;
}

export type AggregateFn =
  | 'count' // rows (no argument) or present values
  | 'count_missing'
  | 'count_distinct'
  | 'sum'
  | 'mean'
  | 'min'
  | 'max'
  | 'median'
  | 'quantile'
  | 'stddev' // ddof as given in `q`; default 1
  | 'variance'
  | 'mode' // most frequent; ties by the smallest value
  | 'covariance'; // exactly two arguments, over rows where both are present; ddof as for stddev

export interface Measure {
  readonly name: string;
  readonly fn: AggregateFn;
  readonly args: readonly Expr[];
  /** quantile: 0..1; stddev/variance: ddof. */
  readonly q?: number;
  readonly meta?: ColumnMeta;
}

/**
 * One row a group (one in all without keys). Mixing; identity new: rank of the keys, nulls last.
 * Missing values count for nothing; of no value at all, sum, mean and their like are null. sum, mean, variance and
 * their like take numbers and bools (1 and 0) and give float64; the same rows give the same bits in any order.
 */
export interface AggregatePlan {
  readonly op: 'aggregate';
  readonly input: Plan;
  readonly keys: readonly Projection[];
  readonly measures: readonly Measure[];
}

/**
 * Equality join. Keys equal when both present and equal. The right keys are left out (a full join fills the left ones
 * from them); other right columns that collide get `suffix`.
 * Identity: kept from the left for semi, anti and many-to-one left joins (`single`: the first right row by `$row`
 * wins); otherwise new, in the order of (left row, right row). Mixing, except `single`, whose right side is state
 * (row-wise), and semi and anti (row-selecting). `$part` is the left row's.
 */
export interface JoinPlan {
  readonly op: 'join';
  readonly left: Plan;
  readonly right: Plan;
  readonly how: 'inner' | 'left' | 'full' | 'semi' | 'anti';
  readonly on: readonly { readonly left: string; readonly right: string }[];
  readonly single?: boolean;
  readonly suffix?: string;
}

/**
 * Columns and/or partition brought from another table that shares this one's row identity (matched on `$row`).
 * Rows without a match get nulls, or are dropped when `matching`. Row-wise; identity kept.
 */
export interface AttachPlan {
  readonly op: 'attach';
  readonly input: Plan;
  readonly from: Plan;
  /** Names in `from` that are added (replacing same-named ones). */
  readonly columns: readonly string[];
  /** Takes `$part` from `from` too. */
  readonly part?: boolean;
  readonly matching?: boolean;
}

/** Rows of all, one after the other; columns by name, absent ones null. Mixing; identity new. `$part` if all have it. */
export interface AppendPlan {
  readonly op: 'append';
  readonly inputs: readonly Plan[];
}

/** Sets `$order`. Row-selecting (skipped when serving); identity kept. Nulls last. */
export interface SortPlan {
  readonly op: 'sort';
  readonly input: Plan;
  readonly by: readonly { readonly expr: Expr; readonly descending?: boolean }[];
}

/** First rows in output order. Row-selecting; identity kept. */
export interface LimitPlan {
  readonly op: 'limit';
  readonly input: Plan;
  readonly count: number;
  readonly offset?: number;
}

/** First row (in output order) of each distinct combination. Row-selecting; identity kept. */
export interface DistinctPlan {
  readonly op: 'distinct';
  readonly input: Plan;
  readonly on: readonly string[];
}

/**
 * Gives each row its partition: exact quotas over the rank of md5(identity or key, seed), within each stratum.
 * Row-wise in effect (identity and rows kept); skipped when serving.
 *
 * The hash is md5 of `<$row>|<seed>` (of `<text of the group>|<seed>`) in hexadecimal, ties by `$row`. Quotas are
 * rounded once for all rows and dealt to the strata so that each has its share to within one row. Groups are dealt
 * whole: by where their middle falls (holdout), by size from the largest (folds).
 */
export interface PartitionPlan {
  readonly op: 'partition';
  readonly input: Plan;
  readonly into:
    | {
        readonly kind: 'holdout';
        /** Shares of the rows; any scale. */
        readonly train: number;
        readonly validation: number;
        readonly test: number;
      }
    /** `$part` is 0 … count − 1. */
    | { readonly kind: 'folds'; readonly count: number }
    /** Of a table with folds: the rows of one fold become the test rows, all others train. */
    | { readonly kind: 'fold'; readonly test: number };
  readonly seed: number;
  /** Same shares of each value in each part. With `group`: of each group's most frequent value. */
  readonly stratify?: string;
  /** All rows of one value stay in one part (missing is a value). */
  readonly group?: string;
  /** Oldest rows train, newest test (folds: contiguous blocks in time). Missing times count as oldest. */
  readonly time?: string;
}

export type Plan =
  | SourcePlan
  | InputPlan
  | ValuesPlan
  | ProjectPlan
  | FilterPlan
  | AggregatePlan
  | JoinPlan
  | AttachPlan
  | AppendPlan
  | SortPlan
  | LimitPlan
  | DistinctPlan
  | PartitionPlan;

/** What a stretch of plan does to rows, from the weakest promise up; decides what may travel with a model. */
export type StepKind = 'row-wise' | 'row-selecting' | 'partition' | 'mixing' | 'opaque';

export type { Column, ValueType, Expr, Literal };
