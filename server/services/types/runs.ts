import type { ErrorData, Json, Pipeline, RunEvent, RunResult, RunStatus } from '#schemas/types.ts';
import type { Actor } from '../types.ts';

/** What is run: a saved pipeline as it stands, a document of its own, or a template. */
export type RunSource =
  | { readonly pipeline: string }
  | { readonly document: unknown }
  | { readonly template: string };

export interface StartRun {
  readonly source: RunSource;
  /** Values of the pipeline's parameters. */
  readonly params?: Readonly<Record<string, Json>>;
  /** Instead of the document's. */
  readonly seed?: number;
  /** Run to these nodes, and no further. */
  readonly targets?: readonly string[];
  /** These nodes, and what comes after them, are computed again though their results are kept. */
  readonly fresh?: readonly string[];
  /** The same key again gives the run that was started first, and starts none. */
  readonly idempotencyKey?: string;
  /** What started it, such as person, command, schedule. Default person. */
  readonly trigger?: string;
}

export type RunState = 'queued' | 'running' | RunStatus;

export interface RunSummary {
  readonly id: string;
  readonly name: string;
  readonly pipeline: string | null;
  readonly status: RunState;
  /** Values that were given to the pipeline's parameters; others had their defaults. */
  readonly params: Readonly<Record<string, Json>>;
  /** The nodes that it went to and no further; null where it went through all. */
  readonly targets: readonly string[] | null;
  readonly seed: number;
  readonly attempt: number;
  readonly trigger: string;
  /** Who started it. */
  readonly actor: string;
  /** Of Esteira, when the run was asked for; null where that is not known. */
  readonly version: string | null;
  readonly createdAt: string;
  readonly startedAt: string | null;
  readonly finishedAt: string | null;
  readonly error?: ErrorData;
}

/** A question that a waiting run asks. */
export interface Ask {
  readonly step: string;
  readonly token: string;
  readonly message: string;
}

/** A file that a node of the run saved. */
export interface SavedOutput {
  readonly step: string;
  /** A plain file name, without any folder. */
  readonly name: string;
  readonly hash: string;
  readonly bytes: number;
}

export interface RunService {
  /** Throws the first of what keeps it from running; `pipelines.check` gives all. */
  start(actor: Actor, request: StartRun): Promise<RunSummary>;
  get(actor: Actor, id: string): Promise<RunSummary>;
  /** Newest first. */
  list(
    actor: Actor,
    filter?: { pipeline?: string; limit?: number },
  ): Promise<readonly RunSummary[]>;
  /** The document that ran. */
  document(actor: Actor, id: string): Promise<Pipeline>;
  /** Of a run that has ended or waits for an answer; `run-not-finished` of another. */
  result(actor: Actor, id: string): Promise<RunResult>;
  /** Resolves once the run has ended or waits for an answer. */
  finished(actor: Actor, id: string, signal?: AbortSignal): Promise<RunResult>;
  /**
   * The events numbered above `after`, then live ones, until the run has ended or the signal aborts. A run that
   * waits has not ended: the stream stays open and goes on once it is answered.
   */
  events(
    actor: Actor,
    id: string,
    options?: { after?: number; signal?: AbortSignal },
  ): AsyncIterable<RunEvent>;
  /** Returns at once; the run is cancelled within a second or so. A run that has ended stays as it ended. */
  cancel(actor: Actor, id: string): Promise<RunSummary>;
  /**
   * For ever, with its events; models that it trained stay, and so do results that other runs may use again. Throws
   * `run-not-over`.
   */
  remove(actor: Actor, id: string): Promise<void>;
  asks(actor: Actor, id: string): Promise<readonly Ask[]>;
  /** Throws `not-waiting` where no such question is open. */
  answer(
    actor: Actor,
    id: string,
    step: string,
    answer: { approved: boolean; comment?: string },
  ): Promise<RunSummary>;
  /** What save nodes wrote, in the order of the steps; names that stand twice are numbered. */
  saved(actor: Actor, id: string): Promise<readonly SavedOutput[]>;
}
