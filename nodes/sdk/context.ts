/**
 * The world as a running node sees it. The engine builds one for each step; tests build one without a server
 * (sdk/testing). Everything slow takes the signal and stops soon after it aborts.
 */
import type { Column } from '#schemas/types.ts';
import type { Matrix } from '#nodes/lib/matrix.ts';
import type { EstimatorState } from '#nodes/lib/estimators/types.ts';
import type { NodeDefinition } from './node.ts';
import type { Plan } from './plan/types.ts';
import type { Table } from './plan/table.ts';
import type { Json, Note, Value } from './values.ts';

/** A value of a table as JavaScript sees it: dates and timestamps as ISO text, missing as null. */
export type Cell = null | boolean | number | string;

/** A column read in bulk, in `$row` order (or output order after a sort). Missing: null, or NaN in Float64Array. */
export type ColumnData = Float64Array | (Cell | null)[];

export interface Batch {
  readonly rows: number;
  /** `$row` of each row. */
  readonly ids: Float64Array;
  readonly columns: ReadonlyMap<string, ColumnData>;
}

export interface CsvOptions {
  /** 'auto' finds each out from the file. */
  readonly delimiter: string;
  readonly encoding: 'auto' | 'utf-8' | 'windows-1252' | 'latin-1' | 'utf-16';
  readonly decimal: 'auto' | '.' | ',';
  readonly header: 'auto' | 'yes' | 'no';
  readonly dateFormat: string;
  /** Texts that mean missing, besides the empty field; 'auto' among them stands for the usual ones (NA, null, ?, …). */
  readonly missing: readonly string[];
  /** Types forced by name. */
  readonly types: { readonly [column: string]: string };
}

/** Where bytes come from: an imported data set, or a file of the node's own folder (sample data). */
export type DataSource =
  | { readonly dataset: string; readonly hash: string }
  | { readonly bundled: URL };

export interface ImportResult {
  readonly table: Table;
  /** What was found out: delimiter, encoding, decimal sign, rejected lines with numbers, renamed columns. */
  readonly notes: readonly Note[];
  readonly found: { readonly [key: string]: Json };
}

export interface NewColumn {
  readonly column: Column;
  readonly data: ArrayLike<Cell>;
}

/** Executes table plans. Implemented by server/tables. */
export interface TablesPort {
  importCsv(source: DataSource, options: CsvOptions): Promise<ImportResult>;
  /** Rows as null-prototype-safe records, in order. At most `limit` (default 10,000: use batches beyond). */
  rows(
    table: Table,
    options?: { limit?: number; offset?: number },
  ): Promise<ReadonlyMap<string, Cell>[]>;
  count(table: Table): Promise<number>;
  /** Named columns whole, ordered; numbers and booleans as Float64Array (NaN missing), the rest as cells. */
  columns(table: Table, names: readonly string[]): Promise<Batch>;
  batches(table: Table, names: readonly string[], size?: number): AsyncIterable<Batch>;
  /** Numeric columns as a row-major Float32 matrix with ids. Missing values are NaN. */
  matrix(table: Table, names: readonly string[]): Promise<{ x: Matrix; ids: Float64Array }>;
  /** Runs the plan once and gives the same rows as a snapshot (a checkpoint). */
  materialize(table: Table): Promise<Table>;
  /** A new snapshot from columns computed in JavaScript, with the given row identities. */
  fromColumns(ids: ArrayLike<number>, columns: readonly NewColumn[]): Promise<Table>;
  /** Streams `names` through `fn`, which returns the new columns' data for the batch; a snapshot with the same ids. */
  map(
    table: Table,
    names: readonly string[],
    columns: readonly Column[],
    fn: (batch: Batch) => readonly ArrayLike<Cell>[] | Promise<readonly ArrayLike<Cell>[]>,
  ): Promise<Table>;
  /** Writes the visible columns to an artifact in an open format; returns its hash. */
  write(
    table: Table,
    format: 'csv' | 'parquet' | 'json',
    /**
     * Of CSV. `spreadsheet`: texts that a spreadsheet would run as formulas get an apostrophe before them. `mark`: the
     * file begins with a byte order mark, without which some spreadsheets take UTF-8 for an older encoding.
     */
    options?: { delimiter?: string; decimal?: string; spreadsheet?: boolean; mark?: boolean },
  ): Promise<{ hash: string; bytes: number; rows: number }>;
}

/** Immutable bytes named by their sha256. Implemented by server/store. */
export interface ArtifactsPort {
  put(bytes: Uint8Array): Promise<string>;
  get(hash: string): Promise<Uint8Array>;
}

export interface DenseSpec {
  readonly task: 'classification' | 'regression';
  readonly inputs: number;
  readonly outputs: number;
  readonly layers: readonly {
    readonly units: number;
    readonly activation: string;
    readonly dropout: number;
  }[];
  readonly epochs: number;
  readonly batchSize: number;
  readonly learningRate: number;
  readonly optimizer: 'adam' | 'sgd' | 'rmsprop';
  readonly l2: number;
  /** Epochs without improvement of the validation loss before stopping, best weights kept; 0 never stops. */
  readonly patience: number;
  readonly classWeights?: Float64Array;
  readonly seed: number;
}

export interface DenseData {
  readonly x: Matrix;
  /** Class index, or the (already standardised) number. */
  readonly y: Float64Array;
  readonly weights?: Float64Array;
}

export interface EpochProgress {
  readonly epoch: number;
  readonly epochs: number;
  readonly loss: number;
  readonly validationLoss?: number;
}

/** Inside a long epoch, about four times a second: rows seen of the epoch's, and their mean loss so far. */
export interface PartialEpoch {
  readonly epoch: number;
  readonly epochs: number;
  readonly row: number;
  readonly rows: number;
  readonly loss: number;
}

export interface DenseTrained {
  readonly state: EstimatorState;
  readonly history: readonly EpochProgress[];
  readonly epochsRun: number;
  /** The epoch, from 1, whose weights the state holds: the best one where `patience` is set. */
  readonly keptEpoch: number;
}

/** Trains with TensorFlow.js. Implemented by server/tensors. */
export interface TensorsPort {
  readonly backend: string;
  trainDense(
    spec: DenseSpec,
    train: DenseData,
    validation: DenseData | undefined,
    options: {
      signal: AbortSignal;
      onEpoch?: (progress: EpochProgress) => void;
      onPart?: (progress: PartialEpoch) => void;
    },
  ): Promise<DenseTrained>;
}

export interface Progress {
  readonly done: number;
  readonly total: number;
  readonly unit?: string;
  readonly values?: { readonly [name: string]: number };
}

export interface NodeContext {
  readonly signal: AbortSignal;
  /** Scope path + node id. */
  readonly step: string;
  /** H(run seed, node id), never 0; meaningful where the node declares `random`. */
  readonly seed: number;
  /** For effects: the same step of the same run asks for the same thing once. */
  readonly idempotencyKey: string;
  readonly tables: TablesPort;
  readonly tensors: TensorsPort;
  readonly artifacts: ArtifactsPort;
  /** Compiles a plan over `input` to a function of one raw row (server/tables/rows). */
  readonly compileRow: CompileRow;
  /** Any node type of the catalogue: refit and predict look up the types that made a table or a model. */
  readonly nodeType: (type: string) => NodeDefinition;
  log(note: Note): void;
  progress(progress: Progress): void;
  /** Runs a definition of the document as a child run under this step; returns its outputs by port. */
  runDefinition(
    definition: string,
    inputs: { readonly [port: string]: Value },
    params: { readonly [name: string]: Json },
    scope?: string,
  ): Promise<{ readonly [port: string]: Value }>;
  /** The answer to an earlier suspend of this step in this run, or never returns: the run becomes `waiting`. */
  suspend(ask: { readonly message: string; readonly roles?: readonly string[] }): Promise<Answer>;
}

export interface Answer {
  readonly approved: boolean;
  readonly comment?: string;
}

/** One raw row (own properties by name) → the plan's visible columns by position, as row-evaluator values. */
export type CompileRow = (plan: Plan) => CompiledRow;
export interface CompiledRow {
  readonly columns: readonly Column[];
  /** `get` reads a raw value by column name (undefined = absent). Throws EsteiraError on a value of a wrong type. */
  run(get: (name: string) => unknown): readonly Cell[];
}
