/** What the server process and its children say to each other. Plain JSON; large values travel as their text. */
import type { ErrorData, Json, RunEvent } from '#schemas/types.ts';
import type { Answer } from '#nodes/sdk/context.ts';

type Without<E, K extends string> = E extends unknown ? Omit<E, K> : never;

/** A run event before it is numbered and dated. */
export type WorkEvent = Without<RunEvent, 'run' | 'seq' | 'time'>;

/** What a run's process is told once. */
export interface RunJob {
  readonly run: string;
  /** JSON text. */
  readonly document: string;
  readonly params: Readonly<Record<string, Json>>;
  readonly seed: number;
  readonly targets: readonly string[] | null;
  /** To be computed again. */
  readonly fresh: readonly string[];
  /** Steps that this run has computed before it waited or was tried again. */
  readonly done: readonly string[];
  /** By step id. */
  readonly answers: readonly (readonly [string, Answer])[];
}

/**
 * What a run has done since the last batch. Results and records are JSON texts by key and by step. A batch is kept
 * whole or not at all, so a step is never told to be finished while its result is lost.
 */
export interface WorkBatch {
  readonly events: readonly WorkEvent[];
  readonly results: readonly (readonly [string, string])[];
  readonly records: readonly (readonly [string, string])[];
}

export const NOTHING: WorkBatch = { events: [], results: [], records: [] };

/** What a run reads of what is kept: texts by key of earlier results, by step of earlier records. */
export type Lookup = 'results' | 'records';

/** A question of a child for what is kept, and its answer. */
interface Ask {
  readonly type: 'lookup';
  readonly id: number;
  readonly what: Lookup;
  readonly names: readonly string[];
}
interface Found {
  readonly type: 'found';
  readonly id: number;
  readonly texts: readonly (readonly [string, string])[];
}

export type ToRunChild =
  | { readonly type: 'start'; readonly job: RunJob }
  | { readonly type: 'cancel' }
  | Found;

export type FromRunChild =
  | { readonly type: 'ready' }
  | { readonly type: 'batch'; readonly batch: WorkBatch }
  | Ask
  | { readonly type: 'log'; readonly message: string };

export type ToQueryChild =
  | {
      readonly type: 'call';
      readonly id: number;
      readonly method: string;
      readonly params: unknown;
    }
  | { readonly type: 'cancel'; readonly id: number }
  | Found;

export type FromQueryChild =
  | { readonly type: 'ready' }
  | { readonly type: 'result'; readonly id: number; readonly value: unknown }
  | { readonly type: 'error'; readonly id: number; readonly error: ErrorData }
  | Ask
  | { readonly type: 'keep'; readonly results: WorkBatch['results'] }
  | { readonly type: 'log'; readonly message: string };
