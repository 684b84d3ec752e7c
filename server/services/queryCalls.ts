/** What the query process can be asked, with its limits of time. */
import type { DatasetRef, Json, Locale } from '#schemas/types.ts';
import type { Queries } from '#server/work/queries.ts';
import type { KeptResult } from './queries/pin.ts';
import type {
  DatasetInspection,
  Forecast,
  GraphSchemas,
  Narrowing,
  Preview,
  Profile,
  ReadOptions,
  SavedTable,
} from './types.ts';

export interface InspectJob {
  readonly dataset: DatasetRef;
  readonly format: string;
  readonly read: ReadOptions;
  readonly limit: number;
  /** Where the file lies as long as it is no data set: the look leaves nothing behind. */
  readonly staged?: string;
}

/** A port of a graph; the document is of today's versions. */
export interface PortJob extends Narrowing {
  readonly document: string;
  readonly params: Readonly<Record<string, Json>>;
  readonly seed: number;
  readonly node: string;
  readonly port: string;
  /** The run whose effects count as done. */
  readonly run?: string;
}

export interface RowsJob extends PortJob {
  readonly limit: number;
  readonly offset: number;
}

export interface ProfileJob extends PortJob {
  readonly columns?: readonly string[];
}

export type SchemasJob = Pick<PortJob, 'document' | 'params' | 'seed'>;

export interface ForecastJob extends SchemasJob {
  readonly targets?: readonly string[];
  readonly fresh: readonly string[];
  /** What an effect gave in this run it is supposed to give again. */
  readonly run?: string;
  /** By step, as JSON, what its last result was made of. */
  readonly records: readonly (readonly [step: string, record: string])[];
}

export type PinJob = Pick<PortJob, 'document' | 'params' | 'seed' | 'node' | 'run'>;

export interface ScoreJob {
  readonly model: string;
  readonly dataset: DatasetRef;
  /** Where the file lies that is no data set. */
  readonly staged?: string | undefined;
  readonly format: SavedTable['format'];
  /** A CSV as spreadsheets of this language read and show it. */
  readonly spreadsheet?: Locale | undefined;
}

export interface QueryCalls {
  inspect(job: InspectJob, signal?: AbortSignal): Promise<DatasetInspection>;
  rows(job: RowsJob, signal?: AbortSignal): Promise<Preview>;
  profile(job: ProfileJob, signal?: AbortSignal): Promise<Profile>;
  schemas(job: SchemasJob, signal?: AbortSignal): Promise<GraphSchemas>;
  forecast(job: ForecastJob, signal?: AbortSignal): Promise<Forecast>;
  pin(job: PinJob, signal?: AbortSignal): Promise<KeptResult>;
  score(job: ScoreJob, signal?: AbortSignal): Promise<SavedTable>;
}

/** Seconds. A look is meant to be quick; a file may be large. */
const LIMITS = {
  inspect: 120,
  rows: 30,
  profile: 60,
  schemas: 60,
  forecast: 60,
  pin: 60,
  score: 3600,
} as const;

export function queryCalls(queries: Queries): QueryCalls {
  const call =
    <R>(method: keyof typeof LIMITS) =>
    (job: unknown, signal?: AbortSignal): Promise<R> =>
      queries.call<R>(method, job, { signal, seconds: LIMITS[method] });
  return {
    inspect: call('inspect'),
    rows: call('rows'),
    profile: call('profile'),
    schemas: call('schemas'),
    forecast: call('forecast'),
    pin: call('pin'),
    score: call('score'),
  };
}
