/** Trained models by the hash of their record. They come in by the journal of the runs that trained them. */
import type { Database } from './database.ts';
import { changeOwned, removeOwned } from './owned.ts';
import type { ModelRow } from './schema.ts';

export interface ModelRepository {
  find(workspace: string, id: string): Promise<ModelRow | undefined>;
  /** Newest first. */
  list(workspace: string, trashed: boolean): Promise<ModelRow[]>;
  /** False where there is none. */
  change(
    workspace: string,
    id: string,
    changes: Partial<Pick<ModelRow, 'label' | 'trashedAt'>>,
  ): Promise<boolean>;
  remove(workspace: string, id: string): Promise<boolean>;
}

export function modelRepository(db: Database): ModelRepository {
  const all = (workspace: string) =>
    db.selectFrom('models').selectAll().where('workspace', '=', workspace);
  return {
    find: (workspace, id) => all(workspace).where('id', '=', id).executeTakeFirst(),
    list: (workspace, trashed) =>
      all(workspace)
        .where('trashedAt', trashed ? 'is not' : 'is', null)
        .orderBy('createdAt', 'desc')
        .orderBy('id')
        .execute(),
    change: (workspace, id, changes) => changeOwned(db, 'models', { workspace, id }, changes),
    remove: (workspace, id) => removeOwned(db, 'models', { workspace, id }),
  };
}
