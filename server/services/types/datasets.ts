import type { Readable } from 'node:stream';
import type { Column, Dataset, DatasetRef, Json, TableSchema } from '#schemas/types.ts';
import type { Note } from '#nodes/sdk/values.ts';
import type { Actor } from '../types.ts';
import type { Rows } from './previews.ts';

export interface DatasetRecord extends Dataset {
  readonly id: string;
}

/** How a file is read; what is absent is found out. The same names as the params of the CSV node. */
export type ReadOptions = Readonly<Record<string, Json>>;

export interface DatasetInspection extends Rows {
  readonly schema: TableSchema;
  /** Of the whole file. */
  readonly rowCount: number;
  /** Delimiter, encoding, decimal sign, rejected lines. */
  readonly found: Readonly<Record<string, Json>>;
  readonly notes: readonly Note[];
}

/** A table that comes with the product; its words for people are the choices of the node of sample data. */
export interface SampleSummary {
  readonly name: string;
  /** The column that is usually predicted, and what it holds. */
  readonly target: string;
  readonly meaning: Column['meaning'];
}

export interface DatasetService {
  /**
   * Keeps a stream's bytes under a name. A stream that breaks off, or is larger than the settings allow
   * (`upload-too-large`), leaves nothing behind. The same bytes under the same name are the same data set.
   */
  import(actor: Actor, upload: { name: string; stream: Readable }): Promise<DatasetRecord>;
  /**
   * The same for a file that somebody sends to work with: it is looked at before it is kept, and what no setting would
   * make readable is refused with the reason (`file-binary`, `file-without-rows`, `csv-quote-open`, …) and leaves nothing.
   */
  upload(
    actor: Actor,
    upload: { name: string; stream: Readable; signal?: AbortSignal },
  ): Promise<DatasetRecord>;
  /** From a file of this machine, for the command line: `file-missing`, `file-is-folder`, `file-binary`, … */
  importFile(actor: Actor, file: { path: string; name?: string }): Promise<DatasetRecord>;
  samples(actor: Actor): readonly SampleSummary[];
  /** Keeps a sample as a data set like any other, so that it can be looked at, replaced and taken away. */
  importSample(actor: Actor, name: string): Promise<DatasetRecord>;
  /** Newest first. */
  list(actor: Actor): Promise<readonly DatasetRecord[]>;
  get(actor: Actor, id: string): Promise<DatasetRecord>;
  /** By what documents say: the content decides, the name is for people. Throws `dataset-missing`. */
  resolve(actor: Actor, ref: DatasetRef): Promise<DatasetRecord>;
  content(actor: Actor, id: string): Promise<Readable>;
  /** Reads the first rows, in a process of its own. */
  inspect(
    actor: Actor,
    id: string,
    options?: { read?: ReadOptions; limit?: number; signal?: AbortSignal },
  ): Promise<DatasetInspection>;
  /** Pipelines that name it. */
  whereUsed(actor: Actor, id: string): Promise<readonly { id: string; name: string }[]>;
  /** Throws `in-use` where a pipeline names it. Its bytes stay for the runs that read them. */
  remove(actor: Actor, id: string): Promise<void>;
}
