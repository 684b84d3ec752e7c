import type { Kysely } from 'kysely';

/** Which nodes a run was asked to compute again: a run that waits, or is tried again, is still that run. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('runs').addColumn('fresh', 'text').execute();
}
