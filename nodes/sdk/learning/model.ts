/** The model record: the JSON artifact behind a ModelValue. It answers without node code, TensorFlow or DuckDB. */
import type { Column } from '#schemas/types.ts';
import type { KnownCategories } from './categories.ts';
import type { Plan } from '../plan/types.ts';
import type { Json, TableValue } from '../values.ts';

export interface ModelRecord {
  readonly format: 1;
  readonly task: 'classification' | 'regression';
  readonly target: Column;
  readonly classes: readonly string[] | null;
  /** Raw columns that it takes, and what it answers. */
  readonly signature: { readonly inputs: readonly Column[]; readonly outputs: readonly Column[] };
  /** From one `input` (the raw columns) to the features, states baked in, row-selecting steps left out. */
  readonly plan: Plan;
  /** Names of the plan's columns that the estimator takes, in order. */
  readonly features: readonly string[];
  /** Conditions of skipped row-selecting steps: the model has only seen rows that meet them. */
  readonly preconditions: readonly { readonly where: Json }[];
  readonly estimator: {
    readonly type: string;
    readonly version: number;
    readonly params: { readonly [key: string]: Json };
    readonly kind: string;
    readonly json: Json;
    /** Arrays in the safetensors file of this hash. */
    readonly arrays: string;
  };
  /** Everything needed to train it again: on the same rows, in folds, or by a search. */
  readonly training: {
    readonly table: TableValue;
    readonly seed: number;
    readonly rows: { readonly train: number; readonly validation: number };
    /** What the training rows had in the raw columns that are categories, where they had not too many. */
    readonly categories: readonly KnownCategories[];
    readonly history?: readonly Json[];
    readonly facts: { readonly [name: string]: Json };
  };
  /** A raw row and its answer: checked when the model is loaded. Null where no row has a complete answer. */
  readonly example: {
    readonly input: { readonly [column: string]: Json };
    readonly output: readonly number[];
  } | null;
}
