/** Pipelines into the store and out of it. */
import { EsteiraError } from '#schemas/errors.ts';
import { writePipeline } from '#schemas/document/write.ts';
import type { Pipeline } from '#schemas/types.ts';
import type { PipelineRow } from '#server/store/schema.ts';
import { type Core, found, newId, timeNow } from '../core.ts';
import type { Actor, PipelineRecord, PipelineSummary } from '../types.ts';

export function pipelineKeeper({ store: { pipelines } }: Core) {
  return {
    find: (actor: Actor, id: string): Promise<PipelineRow> =>
      found('pipeline', id, pipelines.find(actor.workspace, id)),

    insert: async (actor: Actor, document: Pipeline): Promise<PipelineRecord> => {
      const now = timeNow();
      const row: PipelineRow = {
        id: newId(),
        workspace: actor.workspace,
        actor: actor.id,
        name: document.name,
        document: writePipeline(document),
        revision: 1,
        createdAt: now,
        updatedAt: now,
        trashedAt: null,
      };
      await pipelines.insert(row);
      return recordOf(row);
    },

    /** Throws `changed-meanwhile` where `revision` is not the stored one. */
    replace: async (
      row: PipelineRow,
      document: Pipeline,
      revision: number,
    ): Promise<PipelineRecord> => {
      const { workspace, id } = row;
      const text = writePipeline(document);
      const changes = { name: document.name, document: text, updatedAt: timeNow() };
      const replaced = await pipelines.replace({ workspace, id, ...changes }, revision);
      if (!replaced) throw new EsteiraError('changed-meanwhile', { name: row.name });
      return recordOf({ ...row, ...changes, revision: revision + 1 });
    },
  };
}

export const documentOf = (row: PipelineRow): Pipeline => JSON.parse(row.document) as Pipeline;

export function summaryOf(row: Omit<PipelineRow, 'document'>): PipelineSummary {
  const { id, name, revision, createdAt, updatedAt, trashedAt } = row;
  return { id, name, revision, createdAt, updatedAt, trashedAt };
}

export const recordOf = (row: PipelineRow): PipelineRecord => {
  return { ...summaryOf(row), document: documentOf(row) };
};
