/** Everything that a moment of a run leaves behind, in one transaction: a step is never done without its result. */
import { chunks } from './chunks.ts';
import type { Database } from './database.ts';
import type { AnswerRow, ModelRow, RunEventRow, RunRow, StepRecordRow, Tables } from './schema.ts';
import { insertResults } from './steps.ts';

export type RunChange = Pick<RunRow, 'id'> &
  Partial<Pick<RunRow, 'status' | 'startedAt' | 'finishedAt' | 'error' | 'attempt'>>;

export interface JournalCommit {
  readonly events: readonly RunEventRow[];
  readonly results: readonly { readonly key: string; readonly outputs: string }[];
  /** The last record of a step replaces the one before. */
  readonly records: readonly StepRecordRow[];
  readonly runs: readonly RunChange[];
  readonly asks: readonly Pick<AnswerRow, 'run' | 'step' | 'token' | 'ask'>[];
  readonly models: readonly ModelRow[];
}

export interface JournalRepository {
  commit(commit: JournalCommit, now: string): Promise<void>;
}

export function journalRepository(db: Database): JournalRepository {
  return {
    commit: (commit, now) =>
      db.transaction().execute(async (trx) => {
        for (const events of chunks(commit.events)) {
          await trx.insertInto('runEvents').values(events).execute();
        }
        await insertResults(trx, commit.results, now);
        for (const records of chunks(lastOfEach(commit.records))) {
          await trx
            .insertInto('stepRecords')
            .values(records)
            .onConflict((conflict) =>
              conflict
                .columns(['workspace', 'scope', 'step'])
                .doUpdateSet((eb) => ({ record: eb.ref('excluded.record') })),
            )
            .execute();
        }
        for (const { id, ...changes } of commit.runs) {
          await trx.updateTable('runs').set(changes).where('id', '=', id).execute();
        }
        for (const ask of commit.asks) await keepAsk(trx, ask);
        for (const model of commit.models) {
          await trx
            .insertInto('models')
            .values(model)
            // The same model trained again is the same model, and is wanted again if it was thrown away.
            .onConflict((conflict) =>
              conflict.columns(['workspace', 'id']).doUpdateSet({ trashedAt: null }),
            )
            .execute();
        }
      }),
  };
}

/** A step that asks again in the same run asks the same question: its first token stays, and a given answer too. */
async function keepAsk(trx: Database, ask: JournalCommit['asks'][number]): Promise<void> {
  const unanswered: Pick<Tables['answers'], 'answer' | 'actor' | 'answeredAt'> = {
    answer: null,
    actor: null,
    answeredAt: null,
  };
  await trx
    .insertInto('answers')
    .values({ ...ask, ...unanswered })
    .onConflict((conflict) => conflict.columns(['run', 'step']).doNothing())
    .execute();
}

/** A statement may not touch a row twice. */
function lastOfEach(records: readonly StepRecordRow[]): StepRecordRow[] {
  const last = new Map<string, StepRecordRow>();
  for (const row of records) last.set(JSON.stringify([row.workspace, row.scope, row.step]), row);
  return [...last.values()];
}
