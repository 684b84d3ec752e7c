/** Results by cache key, the last record of each step, and the answers that waiting steps were given. */
import { chunks } from './chunks.ts';
import type { Database } from './database.ts';
import type { AnswerRow } from './schema.ts';

export interface StepRepository {
  /** Outputs (JSON text) of the keys that are known. */
  results(keys: readonly string[]): Promise<Map<string, string>>;
  putResults(results: readonly { key: string; outputs: string }[], now: string): Promise<void>;
  /** By step, what its key was made of when it last ran in this scope. */
  records(workspace: string, scope: string): Promise<Map<string, string>>;
  /** False where no such question is open. */
  answer(answer: Omit<AnswerRow, 'ask'>): Promise<boolean>;
  answers(run: string): Promise<AnswerRow[]>;
}

export function stepRepository(db: Database): StepRepository {
  return {
    async results(keys) {
      const found = new Map<string, string>();
      for (const part of chunks(keys)) {
        const rows = await db
          .selectFrom('stepResults')
          .select(['key', 'outputs'])
          .where('key', 'in', part)
          .execute();
        for (const row of rows) found.set(row.key, row.outputs);
      }
      return found;
    },
    async putResults(results, now) {
      await db.transaction().execute(async (trx) => {
        await insertResults(trx, results, now);
      });
    },
    async records(workspace, scope) {
      const rows = await db
        .selectFrom('stepRecords')
        .select(['step', 'record'])
        .where('workspace', '=', workspace)
        .where('scope', '=', scope)
        .execute();
      return new Map(rows.map((row) => [row.step, row.record]));
    },
    async answer({ run, step, token, ...given }) {
      const result = await db
        .updateTable('answers')
        .set(given)
        .where('run', '=', run)
        .where('step', '=', step)
        .where('token', '=', token)
        .where('answer', 'is', null)
        .executeTakeFirst();
      return result.numUpdatedRows > 0n;
    },
    answers: (run) =>
      db.selectFrom('answers').selectAll().where('run', '=', run).orderBy('step').execute(),
  };
}

/** Within a transaction. What is computed again on request takes the place of what was there. */
export async function insertResults(
  trx: Database,
  results: readonly { readonly key: string; readonly outputs: string }[],
  now: string,
): Promise<void> {
  for (const part of chunks(results)) {
    await trx
      .insertInto('stepResults')
      .values(part.map((result) => ({ ...result, createdAt: now })))
      .onConflict((conflict) =>
        conflict.column('key').doUpdateSet((eb) => ({ outputs: eb.ref('excluded.outputs') })),
      )
      .execute();
  }
}
