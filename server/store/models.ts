/** Trained models by the hash of their record. */
import type { Database } from './database.ts';
import type { ModelRow } from './schema.ts';

export interface ModelRepository {
  /** The same model trained again is the same model: its first row stays. */
  insert(row: ModelRow): Promise<void>;
  find(workspace: string, id: string): Promise<ModelRow | undefined>;
  /** Newest first. */
  list(workspace: string): Promise<ModelRow[]>;
}

export function modelRepository(db: Database): ModelRepository {
  return {
    async insert(row) {
      await db
        .insertInto('models')
        .values(row)
        .onConflict((conflict) => conflict.columns(['workspace', 'id']).doNothing())
        .execute();
    },
    find: (workspace, id) =>
      db
        .selectFrom('models')
        .selectAll()
        .where('workspace', '=', workspace)
        .where('id', '=', id)
        .executeTakeFirst(),
    list: (workspace) =>
      db
        .selectFrom('models')
        .selectAll()
        .where('workspace', '=', workspace)
        .orderBy('createdAt', 'desc')
        .orderBy('id')
        .execute(),
  };
}
