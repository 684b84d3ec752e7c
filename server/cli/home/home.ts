/** What commands ask of a home, be it opened here or held by a server. */
import type { Readable } from 'node:stream';
import type {
  DatasetRef,
  ErrorData,
  Locale,
  Pipeline,
  RunEvent,
  RunResult,
} from '#schemas/types.ts';
import type { Ask, RunSummary, SavedOutput, StartRun } from '#server/services/types.ts';

export interface Home {
  /** Keeps a file of this machine as a data set. */
  importFile(path: string): Promise<DatasetRef>;
  /** Keeps the data sets of an archive of this machine, and gives its document. */
  openBundle(path: string): Promise<Pipeline>;
  /** Everything that keeps a document from running. */
  check(document: unknown): Promise<readonly ErrorData[]>;
  start(request: StartRun): Promise<RunSummary>;
  /** All of a run's events from the first one, until it has ended or the signal aborts. */
  events(run: string, signal: AbortSignal): AsyncIterable<RunEvent>;
  result(run: string): Promise<RunResult>;
  /** The run as one HTML file, its times as this machine's clock tells them. */
  report(run: string, locale: Locale): Promise<string>;
  cancel(run: string): Promise<void>;
  asks(run: string): Promise<readonly Ask[]>;
  saved(run: string): Promise<readonly SavedOutput[]>;
  content(hash: string): Promise<Readable>;
  close(): Promise<void>;
}
