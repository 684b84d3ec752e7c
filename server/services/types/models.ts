import type { Column, DatasetRef, Json, Locale } from '#schemas/types.ts';
import type { Readable } from 'node:stream';
import type { Actor } from '../types.ts';

export interface ModelSummary {
  /** Hash of the model's record. */
  readonly id: string;
  /** Of the pipeline that trained it. */
  readonly name: string;
  /** What a person calls it; null until somebody does. */
  readonly label: string | null;
  readonly task: string;
  readonly target: string;
  readonly run: string;
  readonly step: string;
  readonly createdAt: string;
  readonly trashedAt: string | null;
}

export interface ModelDetail extends ModelSummary {
  /** The raw columns that a row must have. */
  readonly inputs: readonly Column[];
  readonly outputs: readonly Column[];
  readonly classes: readonly string[] | null;
  readonly estimator: { readonly type: string; readonly params: Readonly<Record<string, Json>> };
  /** A raw row that it answers, for a first try. */
  readonly example: Readonly<Record<string, Json>> | null;
}

export interface Prediction {
  /** Null where a value that the model needs is missing. */
  readonly prediction: string | number | null;
  /** By class; absent for a number. */
  readonly probabilities?: Readonly<Record<string, number>>;
  /** Features that were missing after the model's own preparation. */
  readonly missing?: readonly string[];
}

export interface SavedTable {
  readonly hash: string;
  readonly bytes: number;
  readonly rows: number;
  readonly format: 'csv' | 'parquet' | 'json';
}

export interface ModelService {
  /** Newest first. */
  list(actor: Actor, filter?: { trashed?: boolean }): Promise<readonly ModelSummary[]>;
  get(actor: Actor, id: string): Promise<ModelDetail>;
  /** An empty name takes it back. */
  rename(actor: Actor, id: string, label: string): Promise<ModelSummary>;
  /** Pipelines that name it. */
  whereUsed(actor: Actor, id: string): Promise<readonly { id: string; name: string }[]>;
  /** Throws `in-use` where a pipeline names it. One that is trained again comes back. */
  trash(actor: Actor, id: string): Promise<void>;
  restore(actor: Actor, id: string): Promise<void>;
  /** For ever. Throws `in-use`. */
  remove(actor: Actor, id: string): Promise<void>;
  /**
   * Answers raw rows one by one, in this process: `{ column: value }` each. Throws `model-value-wrong` or
   * `model-column-gone` with the row's place in `path`.
   */
  predict(actor: Actor, id: string, rows: readonly unknown[]): Promise<readonly Prediction[]>;
  /** Predicts for every row of a data set, in a process of its own; the table with predictions is an artifact. */
  score(
    actor: Actor,
    id: string,
    job: {
      dataset: DatasetRef;
      format?: SavedTable['format'];
      spreadsheet?: Locale;
      signal?: AbortSignal;
    },
  ): Promise<SavedTable>;
  /** The same for a file that is wanted for nothing else: of it nothing stays, and it becomes no data set. */
  scoreFile(
    actor: Actor,
    id: string,
    job: {
      name: string;
      stream: Readable;
      format?: SavedTable['format'];
      spreadsheet?: Locale;
      signal?: AbortSignal;
    },
  ): Promise<SavedTable>;
}
