/**
 * What Esteira can do, without HTTP and without a terminal: the use cases that both call. Every call names who asks
 * and where; `authorize` decides. Everything that is refused is an EsteiraError.
 */
import type { ExtraMessages } from '#schemas/errors.ts';
import type { JsonSchema, SchemaName } from '#schemas/schemas.ts';
import type { NodeType } from '#schemas/types.ts';
import type { ArtifactService } from './types/artifacts.ts';
import type { BundleService } from './types/bundles.ts';
import type { DatasetService } from './types/datasets.ts';
import type { ForecastService } from './types/forecasts.ts';
import type { ModelService } from './types/models.ts';
import type { PipelineService } from './types/pipelines.ts';
import type { PreviewService } from './types/previews.ts';
import type { ReportService } from './types/reports.ts';
import type { RunService } from './types/runs.ts';
import type { SuggestionService } from './types/suggestions.ts';
import type { TemplateService } from './types/templates.ts';

export type * from './types/artifacts.ts';
export type * from './types/bundles.ts';
export type * from './types/datasets.ts';
export type * from './types/forecasts.ts';
export type * from './types/models.ts';
export type * from './types/pipelines.ts';
export type * from './types/previews.ts';
export type * from './types/reports.ts';
export type * from './types/runs.ts';
export type * from './types/suggestions.ts';
export type * from './types/templates.ts';

/** Who asks, and in which workspace. */
export interface Actor {
  readonly id: string;
  readonly workspace: string;
}

export type Action = 'read' | 'write' | 'run' | 'delete';

/** What an action is done to; without an id, the whole kind. */
export interface Resource {
  readonly kind:
    | 'catalogue'
    | 'pipeline'
    | 'dataset'
    | 'run'
    | 'preview'
    | 'model'
    | 'template'
    | 'artifact';
  readonly id?: string;
}

export interface CatalogueService {
  /** Every node type as it is published, in a stable order. */
  nodes(actor: Actor): Promise<readonly NodeType[]>;
  /** Throws `not-found` for another name. */
  schema(actor: Actor, name: string): JsonSchema;
  schemaNames(actor: Actor): readonly SchemaName[];
  /** The messages of node folders in both languages, for `describe` and `toProblem`. */
  messages(): Promise<ExtraMessages>;
}

/** What the environment allows; `Config` of server/config.ts has all of it. */
export interface ServiceSettings {
  readonly home: string;
  /** Runs at once. */
  readonly runs: number;
  /** Bytes that one run's tables may hold in memory. */
  readonly tableMemory: number;
  /** Megabytes of JavaScript heap in a run's process. */
  readonly heapMegabytes: number;
  /** Bytes of the largest upload. */
  readonly maxUpload: number;
}

export interface ServiceOptions {
  /** Where node folders are found; default: the project's own. */
  readonly nodesDir?: string;
  /** Where templates are found; default: the project's own. */
  readonly templatesDir?: string;
  /**
   * For a command that starts one run and ends: works on its own runs only, leaves those of a server alone, and keeps
   * no processes ready for more.
   */
  readonly command?: boolean;
  /** Full causes of failures and the like, for the log; never shown to a person. */
  readonly log?: (message: string, cause?: unknown) => void;
}

/** The home that these services own until they are closed. */
export interface OpenHome {
  readonly path: string;
  /** Whoever presents it is a command of the same user on the same machine. */
  readonly token: string;
  /** Tells commands where this process answers. */
  announce(url: string): Promise<void>;
}

export interface Health {
  readonly version: string;
  /** The most runs at once, and how many are at work. */
  readonly runs: { readonly limit: number; readonly running: number };
}

/** server/services/open.ts: `openServices`, and `homeOwner`, the living process that owns a home. */
export interface Services {
  readonly home: OpenHome;
  readonly catalogue: CatalogueService;
  readonly pipelines: PipelineService;
  readonly datasets: DatasetService;
  readonly bundles: BundleService;
  readonly runs: RunService;
  readonly reports: ReportService;
  readonly previews: PreviewService;
  readonly forecasts: ForecastService;
  readonly models: ModelService;
  readonly templates: TemplateService;
  readonly suggestions: SuggestionService;
  readonly artifacts: ArtifactService;
  health(): Health;
  /**
   * Takes no more work, ends the processes (their runs go on at the next start), closes the store and gives the home
   * back. May be called twice.
   */
  close(): Promise<void>;
}
