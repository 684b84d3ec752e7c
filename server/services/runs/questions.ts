/** What waiting runs ask, and the answers that people give. */
import { EsteiraError } from '#schemas/errors.ts';
import type { RunRow } from '#server/store/schema.ts';
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
  const open = async ({ id, status }: RunRow): Promise<Ask[]> => {
    if (hasEnded(status)) return [];
    const unanswered = (await steps.answers(id)).filter((row) => row.answer === null);
    return unanswered.map(({ step, token, ask }) => {
      return { step, token, message: (JSON.parse(ask) as { message: string }).message };
    });
  };
  return {
    async asks(actor, id) {
      authorize(actor, 'read', { kind: 'run', id });
      return open(await one(actor, id));
    },
    async answer(actor, id, step, answer) {
      authorize(actor, 'run', { kind: 'run', id });
      const ask = (await open(await one(actor, id))).find((each) => each.step === step);
      if (!ask) throw new EsteiraError('not-waiting', { run: id });
      const kept = await steps.answer({
        run: id,
        step,
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
