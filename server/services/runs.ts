/** Runs as a person or a program asks for them. */
import { EsteiraError } from '#schemas/errors.ts';
import type { Pipeline, RunEvent } from '#schemas/types.ts';
import type { RunRow } from '#server/store/schema.ts';
import type { Journal } from '#server/work/journal.ts';
import { authorize } from './authorize.ts';
import { type Core, found } from './core.ts';
import { eventStream } from './runs/eventStream.ts';
import type { RunManager } from './runs/manager.ts';
import { nextRest } from './runs/nextRest.ts';
import { prepareRun } from './runs/prepare.ts';
import { resultOf } from './runs/result.ts';
import { runQuestions } from './runs/questions.ts';
import { eventOf, hasEnded, isResting, summaryOf } from './runs/rows.ts';
import { savedOutputs } from './runs/saved.ts';
import type { Actor, RunService, TemplateService } from './types.ts';

const LISTED = 100;
const MOST_LISTED = 1000;

interface Parts {
  readonly journal: Journal;
  readonly manager: RunManager;
  readonly templates: TemplateService;
}

export function runService(core: Core, { journal, manager, templates }: Parts): RunService {
  const { runs, events, artifacts } = core.store;
  const one = (actor: Actor, id: string): Promise<RunRow> =>
    found('run', id, runs.find(actor.workspace, id));
  const allEvents = async (id: string): Promise<RunEvent[]> =>
    (await events.after(id, 0, Number.MAX_SAFE_INTEGER)).map(eventOf);
  const result = async (row: RunRow) => resultOf(row, await allEvents(row.id));

  return {
    ...runQuestions(core, manager),
    async start(actor, request) {
      authorize(actor, 'run', { kind: 'run' });
      manager.refuseIfClosed();
      const row = await prepareRun(actor, request, core, templates);
      const kept = await runs.insert(row);
      if (kept.id === row.id) await manager.queue(row);
      return summaryOf(kept);
    },
    async get(actor, id) {
      authorize(actor, 'read', { kind: 'run', id });
      return summaryOf(await one(actor, id));
    },
    async list(actor, { pipeline, limit = LISTED } = {}) {
      authorize(actor, 'read', { kind: 'run' });
      const filter = {
        limit: Math.min(limit, MOST_LISTED),
        ...(pipeline === undefined ? {} : { pipeline }),
      };
      return (await runs.list(actor.workspace, filter)).map(summaryOf);
    },
    async document(actor, id) {
      authorize(actor, 'read', { kind: 'run', id });
      return JSON.parse((await one(actor, id)).document) as Pipeline;
    },
    async result(actor, id) {
      authorize(actor, 'read', { kind: 'run', id });
      const row = await one(actor, id);
      if (!isResting(row.status)) throw new EsteiraError('run-not-finished', { run: id });
      return result(row);
    },
    async finished(actor, id, signal) {
      authorize(actor, 'read', { kind: 'run', id });
      return result(await nextRest(id, () => one(actor, id), journal, signal));
    },
    async *events(actor, id, { after = 0, signal } = {}) {
      authorize(actor, 'read', { kind: 'run', id });
      await one(actor, id);
      const ended = async (): Promise<boolean> => hasEnded((await one(actor, id)).status);
      yield* eventStream(id, { journal, store: events }, { after, signal, hasEnded: ended });
    },
    async cancel(actor, id) {
      authorize(actor, 'run', { kind: 'run', id });
      const row = await one(actor, id);
      if (!hasEnded(row.status)) await manager.cancel(row);
      return summaryOf(await one(actor, id));
    },
    async remove(actor, id) {
      authorize(actor, 'delete', { kind: 'run', id });
      const { name, status } = await one(actor, id);
      if (!hasEnded(status)) throw new EsteiraError('run-not-over', { run: name });
      await runs.remove(actor.workspace, id);
    },
    async saved(actor, id) {
      authorize(actor, 'read', { kind: 'run', id });
      await one(actor, id);
      const files = savedOutputs(await allEvents(id));
      return Promise.all(
        files.map(async (file) => ({ ...file, bytes: await artifacts.size(file.hash) })),
      );
    },
  };
}
