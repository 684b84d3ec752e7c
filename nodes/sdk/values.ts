/** What travels on a wire: plain JSON. Bulk data lives in artifacts named by content hash. */
import type { ErrorCode, NodeErrorCode } from '#schemas/errors.ts';
import type { Column, Json } from '#schemas/types.ts';
import type { Plan, StepKind } from './plan/types.ts';

export type { Json };

/** A fitted state: what a `fit` learned. JSON, numbers rounded to 9 significant digits. */
export type State = { readonly [key: string]: Json };

/** One node between a table's base and the table: enough to do it again with other training rows. */
export interface RecipeStep {
  readonly nodeId: string;
  readonly type: string;
  readonly version: number;
  /** Resolved parameters. */
  readonly params: { readonly [key: string]: Json };
  /** The seed that the node ran with, where it declares randomness. */
  readonly seed?: number;
  readonly kind: Exclude<StepKind, 'mixing' | 'opaque'>;
  /** Frozen side inputs by port (a many-to-one join's right side). */
  readonly others?: { readonly [port: string]: TableValue };
  /** Present on steps of `fit` nodes: what they learned from all training rows. */
  readonly state?: State;
}

/**
 * A table: its plan from the sources, and the recipe: `base` is the plan at the last mixing or opaque step (or the
 * source) and `steps` lead from it to `plan`.
 */
export interface TableValue {
  readonly kind: 'table';
  readonly plan: Plan;
  readonly base: Plan;
  readonly steps: readonly RecipeStep[];
}

/** A trained model: the manifest's artifact (see learning/model.ts) and what other nodes ask of it most. */
export interface ModelValue {
  readonly kind: 'model';
  /** Hash of the model record's JSON artifact. */
  readonly artifact: string;
  readonly task: 'classification' | 'regression';
  readonly target: string;
  readonly classes: readonly string[] | null;
  /** Raw columns that it takes. */
  readonly inputs: readonly Column[];
}

/** A finding in words: a code of the node's own messages (or the shared catalogue) and its values. */
export interface Note {
  readonly code: ErrorCode | NodeErrorCode;
  readonly level: 'info' | 'warning';
  readonly params?: { readonly [key: string]: Json };
}

/** What a person reads. Holds no time, duration, id or path, so that equal runs give equal bytes. */
export interface ReportValue {
  readonly kind: 'report';
  /** 'classification' | 'regression' | 'cross-validation' | 'table' | …: how the web draws it. */
  readonly type: string;
  readonly metrics: { readonly [name: string]: Json };
  /** Data behind pictures: curves, matrices, histograms. */
  readonly details?: { readonly [name: string]: Json };
  readonly notes?: readonly Note[];
}

export type Value = TableValue | ModelValue | ReportValue;
