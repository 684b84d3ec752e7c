/** What happened in runs: append-only and numbered, so that a stream can go on where it stopped. */
import type { Database } from './database.ts';
import type { RunEventRow } from './schema.ts';

export interface EventRepository {
  /** One transaction: all or none. */
  append(events: readonly RunEventRow[]): Promise<void>;
  after(run: string, afterSeq: number, limit?: number): Promise<RunEventRow[]>;
  lastSeq(run: string): Promise<number>;
}

export function eventRepository(db: Database): EventRepository {
  return {
    async append(events) {
      if (events.length === 0) return;
      await db.transaction().execute(async (trx) => {
        // SQLite takes a limited number of values per statement.
        for (let at = 0; at < events.length; at += 500) {
          await trx
            .insertInto('runEvents')
            .values(events.slice(at, at + 500))
            .execute();
        }
      });
    },
    after: (run, afterSeq, limit = 10_000) =>
      db
        .selectFrom('runEvents')
        .selectAll()
        .where('run', '=', run)
        .where('seq', '>', afterSeq)
        .orderBy('seq')
        .limit(limit)
        .execute(),
    async lastSeq(run) {
      const row = await db
        .selectFrom('runEvents')
        .select((eb) => eb.fn.max('seq').as('seq'))
        .where('run', '=', run)
        .executeTakeFirst();
      return row?.seq ?? 0;
    },
  };
}
