/** Runs. A run is claimed by one worker at a time. */
import type { Database } from './database.ts';
import { removeOwned } from './owned.ts';
import type { RunRow } from './schema.ts';

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
  /**
   * The oldest queued run becomes running, its attempt raised; undefined where none waits. `among`: only one of these.
   * A run of which nothing has been told yet does not count: telling that it is queued would queue it again.
   */
  claim(now: string, among?: readonly string[]): Promise<RunRow | undefined>;
  setStatus(
    id: string,
    status: string,
    changes?: { finishedAt?: string | null; error?: string | null; attempt?: number },
  ): Promise<void>;
  withStatus(statuses: readonly string[]): Promise<RunRow[]>;
  /** With its events and questions. */
  remove(workspace: string, id: string): Promise<boolean>;
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
  'fresh',
  'seed',
  'status',
  'attempt',
  'startedAt',
  'finishedAt',
  'error',
  'idempotencyKey',
  'trigger',
  'version',
] as const;

export function runRepository(db: Database): RunRepository {
  return {
    async insert(row) {
      const { numInsertedOrUpdatedRows = 0n } = await db
        .insertInto('runs')
        .values(row)
        // Whoever came first with the key has it, even if both look at the same moment.
        .onConflict((conflict) => conflict.columns(['workspace', 'idempotencyKey']).doNothing())
        .executeTakeFirstOrThrow();
      if (numInsertedOrUpdatedRows > 0n) return row;
      return db
        .selectFrom('runs')
        .selectAll()
        .where('workspace', '=', row.workspace)
        .where('idempotencyKey', '=', row.idempotencyKey)
        .executeTakeFirstOrThrow();
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
    claim: (now, among) =>
      db
        .updateTable('runs')
        .set((eb) => ({ status: 'running', startedAt: now, attempt: eb('attempt', '+', 1) }))
        .where('id', '=', (eb) =>
          eb
            .selectFrom('runs')
            .select('id')
            .where('status', '=', 'queued')
            .where((whole) =>
              whole.exists(
                whole
                  .selectFrom('runEvents')
                  .select('seq')
                  .whereRef('runEvents.run', '=', 'runs.id'),
              ),
            )
            .$if(among !== undefined, (query) => query.where('id', 'in', [...(among ?? [])]))
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
    remove: (workspace, id) => removeOwned(db, 'runs', { workspace, id }),
  };
}
