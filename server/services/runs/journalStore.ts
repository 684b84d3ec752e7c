/** What the events of runs mean for the store: states, questions, models. */
import { EsteiraError } from '#schemas/errors.ts';
import type { OutputSummary, RunEvent } from '#schemas/types.ts';
import type { JournalCommit } from '#server/store/journal.ts';
import type { Store } from '#server/store/store.ts';
import type { JournalEntry, JournalRun, JournalStore } from '#server/work/journal.ts';
import { eventRow, scopeOf } from './rows.ts';

export function journalStore({ journal, events }: Pick<Store, 'journal' | 'events'>): JournalStore {
  return {
    lastSeq: (run) => events.lastSeq(run),
    async commit(entries) {
      try {
        await journal.commit(commitOf(entries), new Date().toISOString());
      } catch (cause) {
        throw isDiskFull(cause) ? new EsteiraError('disk-full', {}, { cause }) : cause;
      }
    },
  };
}

type Lists = { -readonly [K in keyof JournalCommit]: JournalCommit[K][number][] };

function commitOf(entries: readonly JournalEntry[]): JournalCommit {
  const lists: Lists = { events: [], results: [], records: [], runs: [], asks: [], models: [] };
  for (const { run, events, results, records } of entries) {
    for (const [key, outputs] of results) lists.results.push({ key, outputs });
    for (const [step, record] of records) {
      lists.records.push({ workspace: run.workspace, scope: scopeOf(run), step, record });
    }
    for (const event of events) {
      lists.events.push(eventRow(event));
      follow(event, run, lists);
    }
  }
  return lists;
}

function follow(event: RunEvent, run: JournalRun, lists: Lists): void {
  switch (event.type) {
    case 'run-queued':
      lists.runs.push({ id: run.id, status: 'queued', finishedAt: null, error: null });
      break;
    case 'run-started':
      // From here on it is on its way: who follows it counts the same time as the list of runs.
      lists.runs.push({ id: run.id, startedAt: event.time });
      break;
    case 'run-finished': {
      const { status, error } = event;
      const finishedAt = status === 'waiting' ? null : event.time;
      const text = error === undefined ? null : JSON.stringify(error);
      lists.runs.push({ id: run.id, status, finishedAt, error: text });
      break;
    }
    case 'node-waiting': {
      const { step, token, message } = event;
      lists.asks.push({ run: run.id, step, token, ask: JSON.stringify({ message }) });
      break;
    }
    case 'node-finished':
    case 'node-cached':
      for (const output of Object.values(event.outputs ?? {})) keepModel(output, event, run, lists);
      break;
    default:
  }
}

/** A model that a step gave can be asked from now on, whatever becomes of the run. */
function keepModel(
  output: OutputSummary,
  { step, time }: { readonly step: string; readonly time: string },
  run: JournalRun,
  lists: Lists,
): void {
  const { type, artifact, task, target } = output as Readonly<Record<string, unknown>>;
  if (type !== 'model' || typeof artifact !== 'string') return;
  lists.models.push({
    id: artifact,
    workspace: run.workspace,
    actor: run.actor,
    createdAt: time,
    run: run.id,
    step,
    name: run.name,
    label: null,
    task: String(task),
    target: String(target),
    trashedAt: null,
  });
}

function isDiskFull(cause: unknown): boolean {
  const code = (cause as { code?: unknown } | undefined)?.code;
  return code === 'SQLITE_FULL' || code === 'SQLITE_IOERR_WRITE';
}
