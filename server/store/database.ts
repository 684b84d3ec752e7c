/** Opens the metadata store: SQLite in WAL mode, every commit on disk before it is acknowledged. */
import Sqlite from 'better-sqlite3';
import { Kysely, SqliteAdapter, SqliteDialect } from 'kysely';
import { Migrator } from 'kysely/migration';
import { EsteiraError } from '#schemas/errors.ts';
import { migrations } from './migrations/index.ts';
import type { Tables } from './schema.ts';

export type Database = Kysely<Tables>;

/**
 * SQLite can roll back DDL, but Kysely's adapter says that it can't, which would leave a failed migration half
 * applied.
 */
class TransactionalAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

class Dialect extends SqliteDialect {
  override createAdapter(): SqliteAdapter {
    return new TransactionalAdapter();
  }
}

/** Throws `store-newer` where the file was made by a newer version, `store-unreadable` where it is not a store. */
export async function openDatabase(file: string): Promise<Database> {
  let sqlite: Sqlite.Database;
  try {
    sqlite = new Sqlite(file);
    sqlite.pragma('journal_mode = WAL');
    sqlite.pragma('synchronous = FULL');
    sqlite.pragma('foreign_keys = ON');
    sqlite.pragma('busy_timeout = 5000');
  } catch (cause) {
    throw new EsteiraError('store-unreadable', {}, { cause });
  }
  const db = new Kysely<Tables>({ dialect: new Dialect({ database: sqlite }) });
  try {
    await migrate(db);
  } catch (error) {
    await db.destroy();
    throw error;
  }
  return db;
}

async function migrate(db: Database): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } });
  const { error, results } = await migrator.migrateToLatest();
  if (!error) return;
  const failed = results?.find((result) => result.status === 'Error')?.migrationName;
  // Kysely refuses a file whose executed steps it does not know: that file is from the future.
  if (!failed) throw new EsteiraError('store-newer', {}, { cause: error });
  throw new EsteiraError('store-migration-failed', { step: failed }, { cause: error });
}
