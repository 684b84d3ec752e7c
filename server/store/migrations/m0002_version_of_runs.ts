import type { Kysely } from 'kysely';

/** Which Esteira made a run: two runs that differ in nothing else may differ in that. Older runs do not say. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('runs').addColumn('version', 'text').execute();
}
