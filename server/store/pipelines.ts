/** Saved pipelines. A save names the revision that it was made from; a stale one changes nothing. */
import type { Database } from './database.ts';
import { changeOwned, removeOwned } from './owned.ts';
import type { PipelineRow } from './schema.ts';

export interface PipelineRepository {
  insert(row: PipelineRow): Promise<void>;
  find(workspace: string, id: string): Promise<PipelineRow | undefined>;
  /** Without its document, which may be large. */
  findSummary(workspace: string, id: string): Promise<Omit<PipelineRow, 'document'> | undefined>;
  /** Newest first, without documents. */
  list(workspace: string, trashed: boolean): Promise<Omit<PipelineRow, 'document'>[]>;
  /** False where the stored revision is not `expected` any more. */
  replace(
    row: Pick<PipelineRow, 'workspace' | 'id' | 'name' | 'document' | 'updatedAt'>,
    expected: number,
  ): Promise<boolean>;
  setTrashed(workspace: string, id: string, at: string | null): Promise<boolean>;
  remove(workspace: string, id: string): Promise<boolean>;
}

const allButDocument = [
  'workspace',
  'actor',
  'createdAt',
  'id',
  'name',
  'revision',
  'updatedAt',
  'trashedAt',
] as const;

export function pipelineRepository(db: Database): PipelineRepository {
  const one = (workspace: string, id: string) =>
    db.selectFrom('pipelines').where('workspace', '=', workspace).where('id', '=', id);
  return {
    async insert(row) {
      await db.insertInto('pipelines').values(row).execute();
    },
    find: (workspace, id) => one(workspace, id).selectAll().executeTakeFirst(),
    findSummary: (workspace, id) => one(workspace, id).select(allButDocument).executeTakeFirst(),
    list: (workspace, trashed) =>
      db
        .selectFrom('pipelines')
        .select(allButDocument)
        .where('workspace', '=', workspace)
        .where('trashedAt', trashed ? 'is not' : 'is', null)
        .orderBy('updatedAt', 'desc')
        .orderBy('id')
        .execute(),
    async replace({ workspace, id, ...changes }, expected) {
      const result = await db
        .updateTable('pipelines')
        .set({ ...changes, revision: expected + 1 })
        .where('workspace', '=', workspace)
        .where('id', '=', id)
        .where('revision', '=', expected)
        .executeTakeFirst();
      return result.numUpdatedRows > 0n;
    },
    setTrashed: (workspace, id, at) =>
      changeOwned(db, 'pipelines', { workspace, id }, { trashedAt: at }),
    remove: (workspace, id) => removeOwned(db, 'pipelines', { workspace, id }),
  };
}
