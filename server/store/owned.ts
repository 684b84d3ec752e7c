/** What the tables have in common whose rows belong to a workspace and have an id in it. */
import type { Database } from './database.ts';
import type { ModelRow, PipelineRow } from './schema.ts';

interface Key {
  readonly workspace: string;
  readonly id: string;
}

interface Changes {
  readonly models: Partial<Pick<ModelRow, 'label' | 'trashedAt'>>;
  readonly pipelines: Partial<Pick<PipelineRow, 'trashedAt'>>;
}

/** False where there is none. */
export async function changeOwned<T extends keyof Changes>(
  db: Database,
  table: T,
  { workspace, id }: Key,
  changes: Changes[T],
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable<keyof Changes>(table)
    .set(changes)
    .where('workspace', '=', workspace)
    .where('id', '=', id)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** False where there is none. */
export async function removeOwned(
  db: Database,
  table: 'datasets' | 'models' | 'pipelines' | 'runs',
  { workspace, id }: Key,
): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom(table)
    .where('workspace', '=', workspace)
    .where('id', '=', id)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}
