import type { ErrorData, Json, Pipeline } from '#schemas/types.ts';
import type { Actor } from '../types.ts';

export interface PipelineSummary {
  readonly id: string;
  readonly name: string;
  /** Rises with each save. */
  readonly revision: number;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly trashedAt: string | null;
}

export interface PipelineRecord extends PipelineSummary {
  readonly document: Pipeline;
}

/**
 * Saved documents. What is saved must be a well-formed document; a graph that cannot run yet may be saved, because
 * people save what they have not finished.
 */
export interface PipelineService {
  /** Newest first. */
  list(actor: Actor, filter?: { trashed?: boolean }): Promise<readonly PipelineSummary[]>;
  get(actor: Actor, id: string): Promise<PipelineRecord>;
  /** Whether it changed or was thrown away, at the cost of a line: for whoever asks again and again. */
  summary(actor: Actor, id: string): Promise<PipelineSummary>;
  create(actor: Actor, document: unknown): Promise<PipelineRecord>;
  /** Throws `changed-meanwhile` where `revision` is not the stored one. */
  save(
    actor: Actor,
    id: string,
    change: { document: unknown; revision: number },
  ): Promise<PipelineRecord>;
  rename(
    actor: Actor,
    id: string,
    change: { name: string; revision: number },
  ): Promise<PipelineRecord>;
  /** A copy under a new name; without one, the old name with a number. */
  duplicate(actor: Actor, id: string, name?: string): Promise<PipelineRecord>;
  trash(actor: Actor, id: string): Promise<void>;
  restore(actor: Actor, id: string): Promise<void>;
  /** For ever. Its runs stay. */
  remove(actor: Actor, id: string): Promise<void>;
  /** A document from its text or from parsed JSON, carried up to the newest format. Throws what is wrong first. */
  read(actor: Actor, source: unknown): Pipeline;
  /** The text of a file to download, stable for diffs. */
  text(actor: Actor, id: string): Promise<string>;
  /** Everything that keeps a document from running; empty where it can run. Data sets are looked up too. */
  check(
    actor: Actor,
    document: unknown,
    options?: { params?: Readonly<Record<string, Json>>; targets?: readonly string[] },
  ): Promise<readonly ErrorData[]>;
}
