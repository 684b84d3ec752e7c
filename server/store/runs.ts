/** Runs and their events. A run is claimed by one worker at a time; events are append-only and numbered. */
import type { Database } from './database.ts';
import type { RunEventRow, RunRow } from './schema.ts';

/** One step inside a claimed run's attempt may only be written by that attempt. */
export interface RunRepository {
  /** Gives the run that already has the idempotency key, where there is one. */
  insert(row: RunRow): Promise<RunRow>;
  find(workspace: string, id: string): Promise<RunRow | undefined>;
  /** Newest first; without documents. */
  list(
    workspace: string,
    filter: { pipeline?: string; limit: number },
  ): Promise<Omit<RunRow, 'document'>[]>;
  /** The oldest queued run becomes running, its attempt raised; undefined where none waits. */
  claim(now: string): Promise<RunRow | undefined>;
  setStatus(
    id: string,
    status: string,
    changes?: { finishedAt?: string | null; error?: string | null },
  ): Promise<void>;
  withStatus(statuses: readonly string[]): Promise<RunRow[]>;
  /** One transaction: all or none. */
  append(events: readonly RunEventRow[]): Promise<void>;
  events(run: string, afterSeq: number, limit?: number): Promise<RunEventRow[]>;
  lastSeq(run: string): Promise<number>;
}

const SUMMARY = [
  'workspace',
  'actor',
  'createdAt',
  'id',
  'pipeline',
  'name',
  'params',
  'targets',
  'seed',
  'status',
  'attempt',
  'startedAt',
  'finishedAt',
  'error',
  'idempotencyKey',
  'trigger',
] as const;

export function runRepository(db: Database): RunRepository {
  return {
    async insert(row) {
      if (row.idempotencyKey !== null) {
        const earlier = await db
          .selectFrom('runs')
          .selectAll()
          .where('workspace', '=', row.workspace)
          .where('idempotencyKey', '=', row.idempotencyKey)
          .executeTakeFirst();
        if (earlier) return earlier;
      }
      await db.insertInto('runs').values(row).execute();
      return row;
    },
    find: (workspace, id) =>
      db
        .selectFrom('runs')
        .selectAll()
        .where('workspace', '=', workspace)
        .where('id', '=', id)
        .executeTakeFirst(),
    list(workspace, { pipeline, limit }) {
      const rows = db.selectFrom('runs').select(SUMMARY).where('workspace', '=', workspace);
      const chosen = pipeline === undefined ? rows : rows.where('pipeline', '=', pipeline);
      return chosen.orderBy('createdAt', 'desc').orderBy('id').limit(limit).execute();
    },
    claim: (now) =>
      db
        .updateTable('runs')
        .set((eb) => ({ status: 'running', startedAt: now, attempt: eb('attempt', '+', 1) }))
        .where('id', '=', (eb) =>
          eb
            .selectFrom('runs')
            .select('id')
            .where('status', '=', 'queued')
            .orderBy('createdAt')
            .orderBy('id')
            .limit(1),
        )
        .returningAll()
        .executeTakeFirst(),
    async setStatus(id, status, changes = {}) {
      await db
        .updateTable('runs')
        .set({ status, ...changes })
        .where('id', '=', id)
        .execute();
    },
    withStatus: (statuses) =>
      db
        .selectFrom('runs')
        .selectAll()
        .where('status', 'in', [...statuses])
        .orderBy('createdAt')
        .execute(),
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
    events: (run, afterSeq, limit = 10_000) =>
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
