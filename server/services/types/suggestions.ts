import type { DatasetRef, Locale, Pipeline } from '#schemas/types.ts';
import type { Actor } from '../types.ts';

export type Task = 'classification' | 'regression';

export interface SuggestRequest {
  readonly dataset: DatasetRef;
  /** The column to predict. */
  readonly target: string;
  /** Default: what the target's type, meaning and number of values say. */
  readonly task?: Task;
  /** Of the names that are written into the document. Default en. */
  readonly locale?: Locale;
  readonly signal?: AbortSignal;
}

/** Why a column is not learned from. */
export type NotLearned = 'identifier' | 'personal' | 'free-text' | 'empty';

export interface Suggestion {
  readonly document: Pipeline;
  readonly task: Task;
  /** Columns that the pipeline does not learn from, in the table's order. */
  readonly notLearned: readonly { readonly column: string; readonly reason: NotLearned }[];
}

export interface SuggestionService {
  /**
   * A whole pipeline that predicts a column of a data set: roles, cleaning, split, a baseline, learners, and figures
   * for each. Throws `dataset-missing`, `target-missing` or what reading the file says.
   */
  pipeline(actor: Actor, request: SuggestRequest): Promise<Suggestion>;
}
