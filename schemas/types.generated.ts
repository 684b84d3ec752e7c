// Generated from the schemas by `npm run generate`. Do not edit.

/** A saved pipeline, format 1. It names data sets by name and content hash, never by path, and holds no secret. */
export type Pipeline = {
  readonly format: 1;
  readonly name: Title;
  readonly description?: LongText;
  readonly nodes: readonly PipelineNode[];
  readonly edges: readonly Edge[];
  /** What people wrote on the canvas beside the nodes. No run looks at it. */
  readonly notes?: readonly Note[];
  /** Subflows by id. */
  readonly definitions: Readonly<Record<string, Definition>>;
  readonly parameters: readonly Parameter[];
  /** Every random draw of a run comes from it. */
  readonly seed: number;
};

export type PipelineNode = {
  readonly id: Identifier;
  /** The node type. A type that is not installed is kept untouched. */
  readonly type: string;
  /** The type's version that the params are written for. */
  readonly version: number;
  /** Checked against the node type's own schema. Any value may be a ParamRef, any formula a FormulaText. */
  readonly params: Readonly<Record<string, unknown>>;
  readonly position: {
    readonly x: number;
    readonly y: number;
  };
  readonly label?: string;
  readonly notes?: LongText;
  /** The key of the result that the node keeps, whatever changes in it or before it. In a definition it holds in each use of it. */
  readonly pinned?: Sha256;
};

/** A text on the canvas, in Markdown, with its size in the canvas's units. */
export type Note = {
  readonly id: Identifier;
  readonly text: LongText;
  readonly position: {
    readonly x: number;
    readonly y: number;
  };
  readonly width: number;
  readonly height: number;
  readonly color?: 'yellow' | 'blue' | 'green' | 'red' | 'violet' | 'grey';
};

/** A wire from an output to an input. */
export type Edge = {
  readonly from: PortRef;
  readonly to: PortRef;
};

export type PortRef = {
  readonly node: Identifier;
  readonly port: Identifier;
};

/** A subflow: a graph with ports and parameters of its own, run as a child run. */
export type Definition = {
  readonly name: Title;
  readonly description?: LongText;
  readonly parameters: readonly Parameter[];
  readonly inputs: readonly DefinitionInput[];
  readonly outputs: readonly DefinitionOutput[];
  readonly nodes: readonly PipelineNode[];
  readonly edges: readonly Edge[];
  readonly notes?: readonly Note[];
};

/** What arrives at the subflow's input goes to every port named here. */
export type DefinitionInput = {
  readonly name: Identifier;
  readonly type: PortType;
  readonly to: readonly PortRef[];
};

export type DefinitionOutput = {
  readonly name: Identifier;
  readonly type: PortType;
  readonly from: PortRef;
};

/** A value given from outside: by the form, by --set, by the caller of a subflow. */
export type Parameter = {
  readonly name: Identifier;
  readonly type: ParameterType;
  readonly label?: string;
  readonly description?: LongText;
  readonly default?: unknown;
};

export type ParameterType = 'text' | 'number' | 'integer' | 'boolean' | 'dataset' | 'column' | 'columns' | 'json';

/** A data set by the name that people know and the sha256 of its bytes. */
export type DatasetRef = {
  readonly dataset: string;
  readonly hash: Sha256;
};

/** Stands in a node's params for the value of a parameter. */
export type ParamRef = {
  readonly $param: Identifier;
};

/** Stands in a node's params for a formula as somebody writes it, in the signs and names of a language. One that cannot be read is kept, and nothing runs on it. */
export type FormulaText = {
  readonly $formula: string;
  readonly locale: 'en' | 'pt-BR';
};

/** Letters, digits, _ and -, at most 64. No slash: ids are joined by '/' into step ids. */
export type Identifier = string;

export type Title = string;

export type LongText = string;

/** What is known about a table before any row is read: its columns in order, and how its rows are split. */
export type TableSchema = {
  readonly columns: readonly Column[];
  readonly partition?: Partition;
};

export type Column = {
  readonly name: string;
  readonly type: ValueType;
  readonly meaning: Meaning;
  readonly role: Role;
  /** Tag of the personal data held, such as cpf, email or name. Travels with the column. */
  readonly personal?: string;
  readonly presence?: Presence;
  /** For a family: the column that it comes from. For a probability: the class. */
  readonly of?: string;
  /** The known categories, in order. */
  readonly levels?: readonly string[];
};

/** How a value is stored. Dates are civil days; timestamps have microseconds and no zone. */
export type ValueType = 'bool' | 'int64' | 'float64' | 'text' | 'date' | 'timestamp';

/** What a value stands for: a number may be a category, a text may be an image's name. */
export type Meaning = 'number' | 'category' | 'text' | 'date' | 'image';

/** What a column is for. */
export type Role = 'feature' | 'target' | 'id' | 'time' | 'weight' | 'group' | 'sensitive' | 'ignored' | 'prediction' | 'probability';

/** Whether the column will be there: always (the default), maybe (a fitted step may drop it), or many (stands for a family of columns whose names depend on the data). */
export type Presence = 'always' | 'maybe' | 'many';

/** How the rows are split; which part a row belongs to is kept beside the columns. */
export type Partition = {
  readonly kind: 'holdout';
  /** Whether there is a validation part besides train and test. */
  readonly validation: boolean;
} | {
  readonly kind: 'folds';
  readonly count: number;
};

/** What is published of a node type: enough to draw it, to fill in its form and to check a pipeline that uses it. */
export type NodeType = {
  readonly type: NodeTypeName;
  readonly version: number;
  readonly category: Category;
  readonly kind: NodeKind;
  readonly title: Localized;
  readonly summary: Localized;
  readonly synonyms: LocalizedList;
  /** Names that this type had in older documents. */
  readonly formerly: readonly NodeTypeName[];
  /** JSON Schema 2020-12 of the params. The annotation keyword `ui` says how the form shows a field. */
  readonly params: Readonly<Record<string, unknown>>;
  /** Portuguese words of the params by name: title, description, labels of choices, items. */
  readonly paramTexts: Readonly<Record<string, unknown>>;
  /** The line under a node's name: an ICU message over its params (a list stands for its length, x_label for a choice's words, an expression for its text). */
  readonly line: Localized;
  /** The node's own notes and errors by id; their code is <type>.<id>. */
  readonly messages: {
    readonly en: MessageTexts;
    readonly 'pt-BR': MessageTexts;
  };
  readonly inputs: readonly PortSpec[];
  readonly outputs: readonly PortSpec[];
  /** Draws from the seed. */
  readonly random: boolean;
  /** Changes the outside world, so it is never cached. */
  readonly effect: boolean;
  /** Its outputs can be looked at before a run, though it is no relational step. */
  readonly previews: boolean;
  /** Markdown. */
  readonly help: Localized;
  /** SVG text. */
  readonly icon: string;
};

export type NodeTypeName = string;

/** plan: relational, no rows touched. fit: learns from the training rows, then a plan. run: the rest. */
export type NodeKind = 'plan' | 'fit' | 'run';

export type Category = 'collect' | 'inspect' | 'columns' | 'rows' | 'combine' | 'clean' | 'split' | 'learn' | 'evaluate' | 'visualise' | 'control' | 'deploy' | 'monitor';

/** What travels on a wire. any fits all. */
export type PortType = 'table' | 'model' | 'report' | 'any';

export type PortSpec = {
  readonly name: string;
  readonly type: PortType;
  readonly title: Localized;
  /** An input that must be wired. */
  readonly required: boolean;
  /** An input that takes several wires, in the order of the document's edges. */
  readonly many: boolean;
  /** For a port of type any: the input whose wire decides the type. */
  readonly sameAs?: string;
  /** For an input of type table: columns without which the node can do nothing, at least one of each kind. */
  readonly needs?: readonly ColumnKind[];
};

/** What columns have in common; what is left out may be anything. */
export type ColumnKind = {
  readonly types?: readonly ValueType[];
  readonly meanings?: readonly Meaning[];
  readonly roles?: readonly Role[];
};

export type Locale = 'en' | 'pt-BR';

export type Localized = {
  readonly en: string;
  readonly 'pt-BR': string;
};

export type LocalizedList = {
  readonly en: Words;
  readonly 'pt-BR': Words;
};

/** ICU messages by id. */
export type MessageTexts = Readonly<Record<string, MessageText>>;

export type MessageText = {
  readonly message: string;
  readonly remedy?: string;
};

export type Words = readonly string[];

/** What happens in a run, in order; stored append-only and streamed. */
export type RunEvent = RunQueuedEvent | RunStartedEvent | RunFinishedEvent | NodeQueuedEvent | NodeStartedEvent | NodeCachedEvent | NodeProgressEvent | NodeFinishedEvent | NodeFailedEvent | NodeSkippedEvent | NodeCancelledEvent | NodeWaitingEvent | NodeLogEvent;

/** What every event has. */
export type EventBase = {
  readonly run: string;
  /** Numbered from 1 without gaps within a run, so that a stream can resume. */
  readonly seq: number;
  readonly time: string;
};

/** What every event of a node has. */
export type NodeEventBase = EventBase & {
  /** The scope path and the node id joined by '/'. */
  readonly step: string;
};

export type RunQueuedEvent = EventBase & {
  readonly type: 'run-queued';
};

export type RunStartedEvent = EventBase & {
  readonly type: 'run-started';
};

/** The last event, except that a waiting run goes on with run-started once it is answered. */
export type RunFinishedEvent = EventBase & {
  readonly type: 'run-finished';
  readonly status: RunStatus;
  readonly error?: ErrorData;
};

export type NodeQueuedEvent = NodeEventBase & {
  readonly type: 'node-queued';
};

export type NodeStartedEvent = NodeEventBase & {
  readonly type: 'node-started';
  readonly reason: Reason;
};

export type NodeCachedEvent = NodeEventBase & {
  readonly type: 'node-cached';
  readonly reason: Reason;
  readonly rows?: number;
  /** By port; absent where they are made again only when something asks for them. */
  readonly outputs?: Readonly<Record<string, OutputSummary>>;
  readonly curve?: Curve;
};

export type NodeProgressEvent = NodeEventBase & {
  readonly type: 'node-progress';
  readonly done: number;
  readonly total: number;
  /** What is counted, such as rows or epochs. */
  readonly unit?: string;
  /** Figures that belong to this moment, such as loss, validationLoss, epoch. */
  readonly values?: Readonly<Record<string, number>>;
};

export type NodeFinishedEvent = NodeEventBase & {
  readonly type: 'node-finished';
  readonly rows?: number;
  readonly ms?: number;
  /** By port. */
  readonly outputs: Readonly<Record<string, OutputSummary>>;
  readonly curve?: Curve;
};

export type NodeFailedEvent = NodeEventBase & {
  readonly type: 'node-failed';
  readonly error: ErrorData;
};

export type NodeSkippedEvent = NodeEventBase & {
  readonly type: 'node-skipped';
  readonly reason: Reason;
};

export type NodeCancelledEvent = NodeEventBase & {
  readonly type: 'node-cancelled';
};

/** The run is suspended until somebody answers with the token. */
export type NodeWaitingEvent = NodeEventBase & {
  readonly type: 'node-waiting';
  readonly token: string;
  readonly message: string;
};

/** A code of the catalogue with its params, or a text of the node's own. */
export type NodeLogEvent = NodeEventBase & {
  readonly type: 'node-log';
  readonly level: 'info' | 'warning' | 'error';
  readonly code?: ErrorCodeText;
  readonly params?: MessageParams;
  readonly text?: string;
};

/** The figures of a step's progress from its first moment to its last, evenly thinned out: `done` and what `values` held. */
export type Curve = readonly (Readonly<Record<string, number>>)[];

/** How a run ended, or that it waits for an answer. */
export type RunStatus = 'done' | 'failed' | 'cancelled' | 'waiting';

/** What came out of a port, without the data. */
export type OutputSummary = {
  readonly type: PortType;
  readonly [key: string]: unknown;
};

/** Why a node ran, or why not. */
export type Reason = {
  readonly code: ReasonCode;
  readonly params?: MessageParams;
};

export type ReasonCode = 'first-run' | 'params-changed' | 'input-changed' | 'version-changed' | 'source-changed' | 'seed-changed' | 'never-cached' | 'upstream-failed' | 'not-selected' | 'unchanged' | 'result-gone' | 'branch-not-taken' | 'run-cancelled' | 'upstream-waiting' | 'asked-for' | 'pinned';

/** How a run ended: the last line that `esteira run --json` prints. */
export type RunResult = {
  readonly run: string;
  readonly status: RunStatus;
  readonly seed: number;
  readonly error?: ErrorData;
  /** By step id: the scope path and the node id joined by '/'; a node's own id at the top level. */
  readonly nodes: Readonly<Record<string, NodeResult>>;
};

export type NodeStatus = 'done' | 'cached' | 'failed' | 'skipped' | 'cancelled' | 'waiting';

export type NodeResult = {
  readonly status: NodeStatus;
  readonly reason: Reason;
  readonly ms?: number;
  readonly rows?: number;
  /** What a report output says; its figures are under metrics. */
  readonly report?: Readonly<Record<string, unknown>>;
  readonly error?: ErrorData;
};

/** An error as HTTP answers it (RFC 9457), with the code, the remedy and the place. */
export type Problem = {
  /** urn:esteira:error:<code> */
  readonly type: string;
  /** What sort of problem it is. */
  readonly title: string;
  readonly status: number;
  /** What happened, where, with which value. */
  readonly detail: string;
  readonly code: ErrorCodeText;
  readonly kind: ErrorKind;
  /** What to do about it. */
  readonly remedy: string;
  readonly params: MessageParams;
  readonly node?: ErrorNode;
  readonly path?: ErrorPath;
};

/** An error as it travels in events and results, without words: each reader has it described in their own language. */
export type ErrorData = {
  readonly code: ErrorCodeText;
  readonly kind: ErrorKind;
  readonly params: MessageParams;
  readonly node?: ErrorNode;
  readonly path?: ErrorPath;
};

/** user: mend the pipeline or the data. operational: disk, memory, network. bug: our fault. */
export type ErrorKind = 'user' | 'operational' | 'bug';

/** A code of the catalogue, or <node type>.<name> for an error of a node's own. */
export type ErrorCodeText = string;

/** The node, or the step (scope path and node id joined by '/'). */
export type ErrorNode = string;

/** JSON Pointer (RFC 6901) into the document or into the node's params. */
export type ErrorPath = string;

/** What a message names: the values go into its placeholders. */
export type MessageParams = Readonly<Record<string, MessageParam>>;

export type MessageParam = string | number | boolean | null | readonly (string | number | NodeName)[] | NodeName;

/** A node, or a port of one, for people: by its label, else by what its type is called in the reader's language. */
export type NodeName = {
  readonly node: string;
  readonly type: string;
  readonly label?: string;
  readonly port?: string;
};

/** A file brought into Esteira, kept unchanged under the hash of its bytes. */
export type Dataset = {
  readonly name: string;
  readonly hash: Sha256;
  readonly bytes: number;
  /** The file's format, such as csv, parquet or json. */
  readonly format: string;
  readonly createdAt: string;
  /** Counted once it has been read. */
  readonly rows?: number;
  /** How many; counted once it has been read. */
  readonly columns?: number;
};

/** sha256 in lower-case hexadecimal. */
export type Sha256 = string;

/** A trained model as it is kept: what it takes, what it answers, how it came about. It answers from raw rows: the plan holds the preparation with its fitted state. */
export type ModelRecord = {
  readonly format: 1;
  readonly task: Task;
  /** The column that it learnt to answer. */
  readonly target: Column;
  /** In the order of the probabilities; null where it answers numbers. */
  readonly classes: null | readonly string[];
  readonly signature: Signature;
  /** From one 'input' (the raw columns) to the features; steps that select rows are left out. */
  readonly plan: Plan;
  /** The plan's columns that the estimator takes, in its order. */
  readonly features: readonly string[];
  /** Conditions that all rows met which the model learnt from; a raw row that does not is answered all the same. */
  readonly preconditions: readonly ({
    /** An expression over the raw columns. */
    readonly where: Readonly<Record<string, unknown>>;
  })[];
  readonly estimator: {
    /** The node type that trained it. */
    readonly type: string;
    readonly version: number;
    readonly params: Readonly<Record<string, unknown>>;
    /** How the state is read. */
    readonly kind: string;
    /** The state but for its arrays. */
    readonly json: Readonly<Record<string, unknown>>;
    /** The safetensors file with the arrays. */
    readonly arrays: string;
  };
  readonly training: Training;
  /** A raw row and the probabilities, or the number, that the model answers: asked again whenever it is loaded. Null where no row had a complete answer. */
  readonly example: null | {
    readonly input: Readonly<Record<string, unknown>>;
    readonly output: readonly number[];
  };
};

export type Task = 'classification' | 'regression';

export type Signature = {
  /** The raw columns that a row must have. */
  readonly inputs: readonly Column[];
  /** The columns that an answer adds. */
  readonly outputs: readonly Column[];
};

/** A node of the relational tree, by its operation. */
export type Plan = {
  readonly op: string;
  readonly [key: string]: unknown;
};

/** What trains it again, on the same rows or in folds. */
export type Training = {
  readonly table: {
    readonly kind: 'table';
    /** From the sources to the table that it learnt from. */
    readonly plan: Plan;
    /** Where the raw columns are. */
    readonly base: Plan;
    /** The nodes between the base and the table, with what they learnt. */
    readonly steps: readonly (Readonly<Record<string, unknown>>)[];
  };
  readonly seed: number;
  readonly rows: {
    readonly train: number;
    readonly validation: number;
  };
  /** What the training rows had in the raw columns that are categories, where they had not too many. */
  readonly categories: readonly KnownCategories[];
  /** Loss by epoch or iteration. */
  readonly history?: readonly (Readonly<Record<string, unknown>>)[];
  /** Said by the learner: iterations, epochs, backend. */
  readonly facts: Readonly<Record<string, unknown>>;
};

export type KnownCategories = {
  readonly column: string;
  readonly values: readonly (string | number)[];
};

/** A formula or condition: a tree, of which the text that people write is only a view. */
export type Expr = LiteralExpr | ColumnExpr | CallExpr | LookupExpr;

/** A constant. Dates and timestamps are ISO text: `2024-01-31`, `2024-01-31T10:05:07.123456`. */
export type Literal = null | boolean | number | string;

export type LiteralExpr = {
  readonly kind: 'literal';
  readonly value: Literal;
  /** `null` exactly when the value is null. */
  readonly type: 'bool' | 'int64' | 'float64' | 'text' | 'date' | 'timestamp' | 'null';
};

/** The row's value in a column. */
export type ColumnExpr = {
  readonly kind: 'column';
  readonly name: string;
};

export type CallExpr = {
  readonly kind: 'call';
  /** A function by its name, such as `concat`. */
  readonly fn: string;
  readonly args: readonly Expr[];
};

/** A many-to-one join to a frozen table: `values[i]` where `of` equals `keys[i]`, else `otherwise`. A null key stands for a missing value; without one a missing value gives `otherwise`. Values and `otherwise` are of `type` or null. */
export type LookupExpr = {
  readonly kind: 'lookup';
  readonly of: Expr;
  readonly keys: readonly Literal[];
  readonly values: readonly Literal[];
  readonly otherwise: Literal;
  readonly type: ValueType;
};
