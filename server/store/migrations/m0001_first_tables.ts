import type { CreateTableBuilder, Kysely } from 'kysely';

/** Who and where stand in every table from the first day. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const text = 'text' as const;
  const owned = <C extends string>(table: CreateTableBuilder<string, C>) =>
    table
      .addColumn('workspace', text, (c) => c.notNull())
      .addColumn('actor', text, (c) => c.notNull())
      .addColumn('createdAt', text, (c) => c.notNull());

  await owned(db.schema.createTable('pipelines').addColumn('id', text, (c) => c.primaryKey()))
    .addColumn('name', text, (c) => c.notNull())
    .addColumn('document', text, (c) => c.notNull())
    .addColumn('revision', 'integer', (c) => c.notNull())
    .addColumn('updatedAt', text, (c) => c.notNull())
    .addColumn('trashedAt', text)
    .execute();

  await owned(db.schema.createTable('datasets').addColumn('id', text, (c) => c.primaryKey()))
    .addColumn('name', text, (c) => c.notNull())
    .addColumn('hash', text, (c) => c.notNull())
    .addColumn('bytes', 'bigint', (c) => c.notNull())
    .addColumn('format', text, (c) => c.notNull())
    .addUniqueConstraint('datasetsNameHash', ['workspace', 'name', 'hash'])
    .execute();

  await owned(db.schema.createTable('runs').addColumn('id', text, (c) => c.primaryKey()))
    .addColumn('pipeline', text)
    .addColumn('name', text, (c) => c.notNull())
    .addColumn('document', text, (c) => c.notNull())
    .addColumn('params', text, (c) => c.notNull())
    .addColumn('targets', text)
    .addColumn('seed', 'bigint', (c) => c.notNull())
    .addColumn('status', text, (c) => c.notNull())
    .addColumn('attempt', 'integer', (c) => c.notNull())
    .addColumn('startedAt', text)
    .addColumn('finishedAt', text)
    .addColumn('error', text)
    .addColumn('idempotencyKey', text)
    .addColumn('trigger', text, (c) => c.notNull())
    .addUniqueConstraint('runsIdempotency', ['workspace', 'idempotencyKey'])
    .execute();
  await db.schema.createIndex('runsByStatus').on('runs').columns(['status', 'createdAt']).execute();
  await db.schema
    .createIndex('runsByPipeline')
    .on('runs')
    .columns(['pipeline', 'createdAt'])
    .execute();

  await db.schema
    .createTable('runEvents')
    .addColumn('run', text, (c) => c.notNull().references('runs.id').onDelete('cascade'))
    .addColumn('seq', 'integer', (c) => c.notNull())
    .addColumn('time', text, (c) => c.notNull())
    .addColumn('type', text, (c) => c.notNull())
    .addColumn('step', text)
    .addColumn('data', text, (c) => c.notNull())
    .addPrimaryKeyConstraint('runEventsKey', ['run', 'seq'])
    .execute();

  await db.schema
    .createTable('stepResults')
    .addColumn('key', text, (c) => c.primaryKey())
    .addColumn('outputs', text, (c) => c.notNull())
    .addColumn('createdAt', text, (c) => c.notNull())
    .execute();

  await db.schema
    .createTable('stepRecords')
    .addColumn('workspace', text, (c) => c.notNull())
    .addColumn('scope', text, (c) => c.notNull())
    .addColumn('step', text, (c) => c.notNull())
    .addColumn('record', text, (c) => c.notNull())
    .addPrimaryKeyConstraint('stepRecordsKey', ['workspace', 'scope', 'step'])
    .execute();

  await db.schema
    .createTable('answers')
    .addColumn('run', text, (c) => c.notNull().references('runs.id').onDelete('cascade'))
    .addColumn('step', text, (c) => c.notNull())
    .addColumn('token', text, (c) => c.notNull())
    .addColumn('ask', text, (c) => c.notNull())
    .addColumn('answer', text)
    .addColumn('actor', text)
    .addColumn('answeredAt', text)
    .addPrimaryKeyConstraint('answersKey', ['run', 'step'])
    .execute();

  await owned(db.schema.createTable('models'))
    .addColumn('id', text, (c) => c.notNull())
    .addColumn('run', text, (c) => c.notNull())
    .addColumn('step', text, (c) => c.notNull())
    .addColumn('name', text, (c) => c.notNull())
    .addColumn('task', text, (c) => c.notNull())
    .addColumn('target', text, (c) => c.notNull())
    .addPrimaryKeyConstraint('modelsKey', ['workspace', 'id'])
    .execute();

  await db.schema
    .createTable('settings')
    .addColumn('name', text, (c) => c.primaryKey())
    .addColumn('value', text, (c) => c.notNull())
    .execute();
}
