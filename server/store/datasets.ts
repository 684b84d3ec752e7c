/** Imported data sets: a name, and the content hash of the bytes under artifacts. One name may have many contents. */
import type { Database } from './database.ts';
import { removeOwned } from './owned.ts';
import type { DatasetRow } from './schema.ts';

export interface DatasetRepository {
  /** Keeps the first row where the same name already has the same content. */
  insert(row: DatasetRow): Promise<DatasetRow>;
  find(workspace: string, id: string): Promise<DatasetRow | undefined>;
  findByHash(workspace: string, hash: string): Promise<DatasetRow | undefined>;
  /** Newest first. */
  list(workspace: string): Promise<DatasetRow[]>;
  remove(workspace: string, id: string): Promise<boolean>;
}

export function datasetRepository(db: Database): DatasetRepository {
  const all = (workspace: string) =>
    db.selectFrom('datasets').selectAll().where('workspace', '=', workspace);
  return {
    async insert(row) {
      await db
        .insertInto('datasets')
        .values(row)
        .onConflict((conflict) => conflict.columns(['workspace', 'name', 'hash']).doNothing())
        .execute();
      return all(row.workspace)
        .where('name', '=', row.name)
        .where('hash', '=', row.hash)
        .executeTakeFirstOrThrow();
    },
    find: (workspace, id) => all(workspace).where('id', '=', id).executeTakeFirst(),
    findByHash: (workspace, hash) => all(workspace).where('hash', '=', hash).executeTakeFirst(),
    list: (workspace) => all(workspace).orderBy('createdAt', 'desc').orderBy('id').execute(),
    remove: (workspace, id) => removeOwned(db, 'datasets', { workspace, id }),
  };
}
