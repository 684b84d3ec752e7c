/** What the page knows, in slices. Everything is immutable: a change makes new objects on its way to the root. */
import type {
  Definition,
  Edge,
  ErrorData,
  Locale,
  NodeStatus,
  NodeType,
  Note,
  OutputSummary,
  Parameter,
  PipelineNode,
  Problem,
  Reason,
} from '#schemas/types.ts';
import type { ApiError, Narrowing, PortSchemas, RunSummary, StepForecast } from '../api.ts';
import type { Entry } from './history.ts';
import type { RanGraph } from './stale.ts';

/** The pipeline that is open; its nodes and wires by id, in the document's order. */
export type DocumentSlice = Fields & {
  /** The server's id; null before one is open. */
  readonly id: string | null;
  readonly nodesById: ReadonlyMap<string, PipelineNode>;
  /** By `edgeId` of schemas/graph.ts. */
  readonly edgesById: ReadonlyMap<string, Edge>;
  /** What people wrote on the canvas; ids of their own, which nodes may have too. */
  readonly notesById: ReadonlyMap<string, Note>;
};

/** What a document has besides its graph. */
export type Fields = {
  readonly name: string;
  readonly description: string | undefined;
  readonly seed: number;
  readonly parameters: readonly Parameter[];
  readonly definitions: Readonly<Record<string, Definition>>;
};

export type HistorySlice = {
  readonly undone: readonly Entry[];
  readonly done: readonly Entry[];
};

export type SaveStatus =
  | 'saved'
  | 'unsaved'
  | 'saving'
  /** The server cannot be reached; it is tried again. */
  | 'offline'
  /** Somebody else, or another tab, saved meanwhile: nothing is overwritten. */
  | 'conflict'
  /** The server refused it. */
  | 'refused';

export type SaveSlice = {
  readonly status: SaveStatus;
  /** Of the server's copy that the page builds upon. */
  readonly revision: number;
  readonly savedAt: string | undefined;
  readonly error: ApiError | undefined;
  /** What is shown came from another window, and was not edited here since. */
  readonly isTakenOver: boolean;
  /** What became of the pipeline, here or elsewhere. */
  readonly fate: 'kept' | 'trashed' | 'deleted';
};

export type CatalogueSlice = {
  readonly status: 'loading' | 'ready' | 'failed';
  /** By type name, older names included. */
  readonly types: ReadonlyMap<string, NodeType>;
  readonly list: readonly NodeType[];
};

/** What is known of the graph as it stands, before it runs. */
export type AnalysisSlice = {
  readonly status: 'fresh' | 'checking' | 'unknown';
  /** The columns on every wire, by node and output port. */
  readonly schemas: PortSchemas;
  readonly problems: readonly Problem[];
  readonly problemsByNode: ReadonlyMap<string, readonly Problem[]>;
};

export type StepStatus = 'queued' | 'running' | NodeStatus;

export type LogLine = {
  readonly time: string;
  readonly level: 'info' | 'warning' | 'error';
  readonly code?: string;
  readonly params?: ErrorData['params'];
  readonly text?: string;
};

/** One step of the run that is shown. */
export type StepState = {
  readonly status: StepStatus;
  readonly reason?: Reason | undefined;
  readonly progress?: { readonly done: number; readonly total: number; readonly unit?: string };
  /** One point for each progress event that carried figures, such as loss; `done` counts the epochs. */
  readonly curve: readonly Readonly<Record<string, number>>[];
  readonly rows?: number | undefined;
  readonly ms?: number | undefined;
  readonly startedAt?: string | undefined;
  readonly outputs?: Readonly<Record<string, OutputSummary>> | undefined;
  readonly error?: ErrorData | undefined;
  /** Of a question that waits for an answer. */
  readonly ask?: { readonly token: string; readonly message: string };
  readonly log: readonly LogLine[];
};

export type ForecastSlice = {
  /** Unknown from an edit until the server has told. */
  readonly status: 'known' | 'unknown';
  readonly steps: ReadonlyMap<string, StepForecast>;
  /** Pinned nodes whose result the server does not keep; held until it tells otherwise. */
  readonly lostPins: ReadonlySet<string>;
};

/** Nodes to compute again; until then what the run `after`, and those before it, said of them does not count. */
export type Reset = { readonly nodes: ReadonlySet<string>; readonly after: string | null };

export type RunSlice = {
  /** The run that is shown on the canvas: the last one of this pipeline, or one that goes on. */
  readonly current: RunSummary | null;
  /** By step id; a node of the top level has its own id. */
  readonly steps: ReadonlyMap<string, StepState>;
  /** The graph of which the steps tell. */
  readonly ran: RanGraph | null;
  /** Nodes whose result is of an older version of the graph. */
  readonly stale: ReadonlySet<string>;
  readonly reset: Reset;
  /** How many nodes the graph has that runs. */
  readonly size: number;
  /** Those that the run has come to an end with, and those that it was not asked for. */
  readonly ended: ReadonlySet<string>;
  readonly unasked: ReadonlySet<string>;
  /** The number of the last event. */
  readonly seq: number;
  /** The stream of events broke; it comes back by itself. */
  readonly lost: boolean;
  /** Between the click and the server's answer. */
  readonly starting: boolean;
  readonly startError: ApiError | undefined;
  /** Values given to the pipeline's parameters for runs from this page. */
  readonly params: Readonly<Record<string, unknown>>;
};

export type Theme = 'system' | 'light' | 'dark';
export type InspectorTab = string;

export type Panels = {
  /** While nobody chose, as the screen has room. */
  readonly paletteOpen?: boolean;
  readonly inspectorOpen: boolean;
  /** With the form open on a narrow screen, where else it folds by itself: somebody wanted it so. */
  readonly paletteStays?: boolean;
  /** Pixels; while nobody chose, as the screen has room (app/panelSizes.ts). */
  readonly inspectorHeight?: number;
  readonly formWidth?: number;
  readonly formHeight?: number;
  /** The inspector has most of the screen for a while; its own height comes back. */
  readonly inspectorTall?: boolean;
  readonly inspectorTab: InspectorTab;
  readonly minimap: boolean;
  readonly snap: boolean;
  /** Keys without Ctrl or Command, such as N: whoever speaks to the computer may write them by accident. */
  readonly bareKeys: boolean;
};

/** Some rows of an output that somebody asked to see, such as those of a cell of a confusion matrix. */
export type ShownRows = {
  readonly node: string;
  readonly port: string;
  readonly narrowing: Narrowing;
  /** What they are: `panels.rows.<id>`. */
  readonly words: {
    readonly id: 'cell' | 'worst';
    readonly values: Readonly<Record<string, string>>;
  };
  /** The node whose report led to them. */
  readonly from: string;
};

export type ViewSlice = {
  readonly locale: Locale;
  readonly theme: Theme;
  readonly panels: Panels;
  readonly selectedNodes: ReadonlySet<string>;
  readonly selectedEdges: ReadonlySet<string>;
  readonly selectedNotes: ReadonlySet<string>;
  readonly shownRows: ShownRows | undefined;
  /** A field of a node's form to bring into view, such as one with a problem. */
  readonly focusField: { readonly node: string; readonly path: string } | undefined;
};

export type State = {
  readonly document: DocumentSlice;
  readonly history: HistorySlice;
  readonly save: SaveSlice;
  readonly catalogue: CatalogueSlice;
  readonly analysis: AnalysisSlice;
  readonly forecast: ForecastSlice;
  readonly run: RunSlice;
  readonly view: ViewSlice;
};
