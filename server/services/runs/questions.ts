/** What waiting runs ask, and the answers that people give. */
import { EsteiraError } from '#schemas/errors.ts';
import type { AnswerRow, RunRow } from '#server/store/schema.ts';
import { authorize } from '../authorize.ts';
import { type Core, found, timeNow } from '../core.ts';
import type { Actor, Ask, RunService } from '../types.ts';
import type { RunManager } from './manager.ts';
import { hasEnded, summaryOf } from './rows.ts';

export function runQuestions(
  { store: { runs, steps } }: Core,
  manager: RunManager,
): Pick<RunService, 'asks' | 'answer'> {
  const one = (actor: Actor, id: string): Promise<RunRow> =>
    found('run', id, runs.find(actor.workspace, id));
  const rowsOf = async ({ id, status }: RunRow): Promise<readonly AnswerRow[]> =>
    hasEnded(status) ? [] : steps.answers(id);
  return {
    async asks(actor, id) {
      authorize(actor, 'read', { kind: 'run', id });
      const rows = await rowsOf(await one(actor, id));
      return openQuestions(rows).map(askOf);
    },
    async answer(actor, id, step, answer) {
      authorize(actor, 'run', { kind: 'run', id });
      const rows = await rowsOf(await one(actor, id));
      // Whoever answers a subflow answers the step in it that asks.
      const token = rows.find((row) => row.step === step)?.token;
      const ask = openQuestions(rows).find((row) => row.token === token);
      if (!ask) throw new EsteiraError('not-waiting', { run: id });
      const kept = await steps.answer({
        run: id,
        step: ask.step,
        token: ask.token,
        answer: JSON.stringify(answer),
        actor: actor.id,
        answeredAt: timeNow(),
      });
      // Two people may have answered at the same moment.
      if (!kept) throw new EsteiraError('not-waiting', { run: id });
      await manager.answered(id, actor.workspace);
      return summaryOf(await one(actor, id));
    },
  };
}

/** One for each token: the nodes around a step that asks wait under the same one. The innermost is who asks. */
function openQuestions(rows: readonly AnswerRow[]): AnswerRow[] {
  const answered = new Set(rows.filter((row) => row.answer !== null).map((row) => row.token));
  const open = new Map<string, AnswerRow>();
  for (const row of rows) {
    if (answered.has(row.token)) continue;
    const known = open.get(row.token);
    if (!known || row.step.length > known.step.length) open.set(row.token, row);
  }
  return [...open.values()];
}

function askOf({ step, token, ask }: AnswerRow): Ask {
  return { step, token, message: (JSON.parse(ask) as { message: string }).message };
}
