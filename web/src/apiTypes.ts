/** What the server answers, as its OpenAPI document describes it (GET /api/openapi.json). */
import type {
  Column,
  ErrorData,
  Expr,
  Json,
  Localized,
  Parameter,
  Pipeline,
  Problem,
  Reason,
  RunStatus,
  TableSchema,
} from '#schemas/types.ts';

export type PipelineSummary = {
  readonly id: string;
  readonly name: string;
  /** Rises with each save. */
  readonly revision: number;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly trashedAt: string | null;
};

export type PipelineRecord = PipelineSummary & { readonly document: Pipeline };

export type TemplateSummary = {
  readonly id: string;
  readonly title: Localized;
  readonly summary: Localized;
  readonly parameters: readonly Parameter[];
};

export type Task = 'classification' | 'regression';

export type SuggestRequest = {
  readonly dataset: { readonly dataset: string; readonly hash: string };
  /** The column to predict. */
  readonly target: string;
  /** Default: what the target's values say. */
  readonly task?: Task;
};

export type Suggestion = {
  readonly document: Pipeline;
  readonly task: Task;
  /** Columns that the pipeline does not learn from. */
  readonly notLearned: readonly {
    readonly column: string;
    readonly reason: 'identifier' | 'personal' | 'free-text' | 'empty';
  }[];
};

export type RunState = 'queued' | 'running' | RunStatus;

export type RunSummary = {
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
  readonly actor: string;
  /** Of Esteira; null where it was not kept. */
  readonly version: string | null;
  readonly createdAt: string;
  readonly startedAt: string | null;
  readonly finishedAt: string | null;
  readonly error?: ErrorData;
};

/** Exactly one of `pipeline`, `document` and `template`. */
export type RunRequest = {
  readonly pipeline?: string;
  readonly document?: Pipeline;
  readonly template?: string;
  readonly params?: Readonly<Record<string, unknown>>;
  readonly seed?: number;
  /** Run to these nodes, and no further. */
  readonly targets?: readonly string[];
  /** These nodes, and what comes after them, are computed again. */
  readonly fresh?: readonly string[];
  readonly trigger?: string;
};

export type GraphAsked = {
  readonly document: Pipeline;
  readonly params?: Readonly<Record<string, unknown>>;
};

/** What a run would do with a step. */
export type StepForecast = {
  readonly cached: boolean;
  readonly reason: Reason;
  readonly skipped?: true;
  /** It runs, unless what comes in turns out to be something for which a result is kept. */
  readonly open?: true;
  /** What acts on the world, or asks, before it in each run anew. */
  readonly after?: readonly { readonly step: string; readonly answer?: string }[];
};

/** What a run would do, by step id. */
export type Forecast = {
  readonly steps: Readonly<Record<string, StepForecast>>;
  readonly lostPins: readonly string[];
};

export type Ask = { readonly step: string; readonly token: string; readonly message: string };

export type SavedOutput = {
  readonly step: string;
  readonly name: string;
  readonly hash: string;
  readonly bytes: number;
};

export type Cell = string | number | boolean | null;

export type DatasetRecord = {
  readonly id: string;
  readonly name: string;
  readonly hash: string;
  readonly bytes: number;
  readonly format: string;
  readonly createdAt: string;
  readonly rows?: number;
  readonly columns?: number;
};

export type SampleSummary = {
  readonly name: string;
  readonly target: string;
  readonly meaning: string;
};

/** A pipeline that came with its data; the document is not saved yet. */
export type OpenedBundle = {
  readonly document: Pipeline;
  readonly datasets: readonly BundledDataset[];
};

export type BundledDataset = {
  readonly name: string;
  readonly hash: string;
  readonly bytes: number;
  /** `beside`: another file has the same name here; both are kept. `known`: these bytes were here before. */
  readonly state: 'added' | 'beside' | 'known';
  readonly knownAs?: string;
};

export type DatasetNote = {
  readonly code: string;
  readonly level: 'info' | 'warning';
  readonly params?: Readonly<Record<string, string | number | boolean | null>>;
};

export type DatasetInspection = {
  readonly schema: TableSchema;
  readonly rows: readonly (readonly Cell[])[];
  readonly rowCount: number;
  readonly found: Readonly<Record<string, unknown>>;
  readonly notes: readonly DatasetNote[];
};

/** Some of a table's rows: of a part, under a condition, in an order. */
export type Narrowing = {
  readonly part?: 'train' | 'validation' | 'test';
  readonly where?: Expr;
  readonly raw?: boolean;
  readonly order?: readonly { readonly by: Expr; readonly descending?: boolean }[];
};

export type PortPlace = Narrowing & {
  readonly document: Pipeline;
  readonly params?: Readonly<Record<string, unknown>>;
  readonly seed?: number;
  readonly node: string;
  readonly port: string;
  /** A run: what it did to the world, and was answered, counts as done. */
  readonly run?: string;
};

export type Preview =
  | {
      readonly kind: 'table';
      readonly schema: TableSchema;
      readonly rowCount?: number;
      readonly rows: readonly (readonly Cell[])[];
    }
  | { readonly kind: 'model' | 'report'; readonly value: Readonly<Record<string, unknown>> };

export type ColumnProfile = {
  readonly name: string;
  readonly missing: number;
  readonly distinct: number;
  readonly numbers?: {
    readonly min: number;
    readonly max: number;
    readonly mean: number;
    readonly deviation: number | null;
    readonly histogram: readonly number[];
  };
  readonly dates?: {
    readonly min: string;
    readonly max: string;
    readonly histogram: readonly number[];
  };
  readonly top?: readonly { readonly value: string; readonly count: number }[];
};

export type Profile = { readonly rowCount: number; readonly columns: readonly ColumnProfile[] };

/** By node id and output port; a port of which nothing is known yet is absent. */
export type PortSchemas = Readonly<Record<string, Readonly<Record<string, TableSchema>>>>;

export type GraphSchemas = {
  readonly outputs: PortSchemas;
  readonly problems: readonly Problem[];
};

export type ModelSummary = {
  readonly id: string;
  /** Of the pipeline that trained it. */
  readonly name: string;
  /** What a person calls it. */
  readonly label: string | null;
  readonly task: string;
  readonly target: string;
  readonly run: string;
  readonly step: string;
  readonly createdAt: string;
  readonly trashedAt: string | null;
};

export type ModelDetail = ModelSummary & {
  readonly inputs: readonly Column[];
  readonly outputs: readonly Column[];
  readonly classes: readonly string[] | null;
  readonly estimator: {
    readonly type: string;
    readonly params: Readonly<Record<string, unknown>>;
  };
  readonly example: Readonly<Record<string, Cell>> | null;
};

export type Prediction = {
  readonly prediction: string | number | null;
  readonly probabilities?: Readonly<Record<string, number>>;
  readonly missing?: readonly string[];
};

export type SavedTable = {
  readonly hash: string;
  readonly bytes: number;
  readonly rows: number;
  readonly format: 'csv' | 'parquet' | 'json';
};

export type Health = {
  readonly status: 'ok';
  readonly version: string;
  readonly runs: { readonly limit: number; readonly running: number };
};
