import type { Kysely } from 'kysely';

/** What a person calls a model, and since when one is in the trash. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('models').addColumn('label', 'text').execute();
  await db.schema.alterTable('models').addColumn('trashedAt', 'text').execute();
}
