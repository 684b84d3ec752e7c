/** Runs from the queue to their end: claims them, gives each a process, and takes up what was left behind. */
import { EsteiraError } from '#schemas/errors.ts';
import type { Json } from '#schemas/types.ts';
import type { Answer } from '#nodes/sdk/context.ts';
import type { AnswerRow, RunRow } from '#server/store/schema.ts';
import type { Store } from '#server/store/store.ts';
import type { Journal } from '#server/work/journal.ts';
import { type Lookup, NOTHING, type WorkEvent } from '#server/work/messages.ts';
import { type Ending, OpenSteps } from '#server/work/openSteps.ts';
import { Queue } from '#server/work/queue.ts';
import { type RunChildProcess, runInChild, type WorkingRun } from '#server/work/runProcess.ts';
import { timeNow } from '../core.ts';
import { eventOf, scopeOf } from './rows.ts';

export interface ManagerOptions {
  readonly store: Store;
  readonly journal: Journal;
  /** A process that is ready for a run, or soon will be. */
  readonly process: () => RunChildProcess;
  /** Runs at once. */
  readonly limit: number;
  /** Of one run, all its memory together. */
  readonly memoryMegabytes: number;
  /** Only runs of this process are worked on; those of others are left to a server. */
  readonly ownOnly: boolean;
  readonly log: (message: string, cause?: unknown) => void;
}

const INTERRUPTED: Ending = { status: 'failed', error: new EsteiraError('interrupted', {}) };
const CANCELLED: Ending = { status: 'cancelled' };
/** A run whose process was lost with the server is tried once more. */
const MOST_ATTEMPTS = 2;
/** Somebody sat before the command that started it, and is not there any more. */
const COMMAND = 'command';

export class RunManager {
  readonly #options: ManagerOptions;
  readonly #queue: Queue<RunRow>;
  readonly #working = new Map<string, { row: RunRow; run: WorkingRun }>();
  readonly #own = new Set<string>();
  readonly #cancelled = new Set<string>();
  #deciding: Promise<unknown> = Promise.resolve();
  #closed = false;

  constructor(options: ManagerOptions) {
    this.#options = options;
    const { store, ownOnly, log, limit } = options;
    this.#queue = new Queue<RunRow>(
      {
        claim: () => store.runs.claim(timeNow(), ownOnly ? [...this.#own] : undefined),
        work: (row) =>
          this.#work(row).catch((cause: unknown) =>
            log(`Run ${row.id} could not be worked on.`, cause),
          ),
        failed: (cause) => log('The queue of runs could not be read.', cause),
      },
      limit,
    );
  }

  get running(): number {
    return this.#queue.running;
  }

  /** Throws `server-stopping` once it is closed. */
  refuseIfClosed(): void {
    if (this.#closed) throw new EsteiraError('server-stopping', {});
  }

  /** The row is stored already. */
  async queue(row: RunRow): Promise<void> {
    if (this.#options.ownOnly) this.#own.add(row.id);
    await this.#say(row, [{ type: 'run-queued' }]);
    this.#queue.wake();
  }

  /** Takes up what an earlier server left: queued runs as they are, those at work once more or never again. */
  async recover(): Promise<void> {
    for (const row of await this.#options.store.runs.withStatus(['running'])) {
      if (row.trigger === COMMAND || row.attempt >= MOST_ATTEMPTS)
        await this.#close(row, INTERRUPTED);
      else await this.#say(row, [{ type: 'run-queued' }]);
    }
    // The server went between keeping a run and telling that it is queued: without that it is never taken up.
    const { runs, events } = this.#options.store;
    for (const row of await runs.withStatus(['queued'])) {
      if ((await events.lastSeq(row.id)) === 0) await this.#say(row, [{ type: 'run-queued' }]);
    }
    this.#queue.wake();
  }

  async cancel(row: RunRow): Promise<void> {
    const { workspace, id, status } = row;
    this.#cancelled.add(id);
    if (status === 'waiting') {
      await this.#whenWaiting(workspace, id, (waiting) => this.#close(waiting, CANCELLED));
      return;
    }
    const working = this.#working.get(id);
    if (working) {
      working.run.cancel();
      return;
    }
    // Whoever claims it first has it: this one, or the queue, which then finds it cancelled.
    const { runs } = this.#options.store;
    if (status === 'queued' && (await runs.claim(timeNow(), [id]))) {
      await this.#close(row, CANCELLED);
    }
  }

  /** An answer has been kept. Goes on with the run if it waits; one that still works does so at its end. */
  answered(id: string, workspace: string): Promise<void> {
    return this.#whenWaiting(workspace, id, (row) => this.#goOn(row));
  }

  /** Ends the processes. Their runs go on when a server starts again, except those of a command. */
  async close(): Promise<void> {
    this.#closed = true;
    const closed = this.#queue.close();
    for (const { row, run } of this.#working.values()) {
      void run.stop(row.trigger === COMMAND ? INTERRUPTED : 'goes-on');
    }
    await closed;
  }

  async #work(row: RunRow): Promise<void> {
    const { store, journal, process, memoryMegabytes, log } = this.#options;
    const answers = (await store.steps.answers(row.id)).filter(isGiven);
    if (this.#cancelled.has(row.id)) {
      await this.#close(row, CANCELLED);
      return;
    }
    const host = {
      write: (batch: Parameters<Journal['write']>[1]) => journal.write(row, batch),
      find: (what: Lookup, names: readonly string[]) => this.#find(row, what, names),
      log,
    };
    const done = row.fresh === null ? [] : await this.#finishedSteps(row);
    const run = runInChild(process(), jobOf(row, answers, done), host, { memoryMegabytes });
    this.#working.set(row.id, { row, run });
    // It may have been cancelled between the look above and here.
    if (this.#cancelled.has(row.id)) run.cancel();
    await run.ended;
    this.#working.delete(row.id);
    // An answer, or a cancel, may have come while other branches were still at work.
    await this.#whenWaiting(row.workspace, row.id, async (waiting) => {
      if (this.#cancelled.has(row.id)) {
        await this.#close(waiting, CANCELLED);
        return;
      }
      const given = (await store.steps.answers(row.id)).filter(isGiven);
      if (given.length > answers.length) await this.#goOn(waiting);
    });
    journal.close(row.id);
  }

  async #finishedSteps({ id }: RunRow): Promise<string[]> {
    const rows = await this.#options.store.events.after(id, 0, Number.MAX_SAFE_INTEGER);
    return rows.flatMap(({ type, step }) => (type === 'node-finished' && step ? [step] : []));
  }

  async #find(row: RunRow, what: Lookup, names: readonly string[]) {
    const { steps } = this.#options.store;
    if (what === 'results') return steps.results(names);
    const records = await steps.records(row.workspace, scopeOf(row));
    const wanted = names.flatMap((name) => {
      const record = records.get(name);
      return record === undefined ? [] : [[name, record] as const];
    });
    return new Map(wanted);
  }

  /** One after the other, so that two answers do not queue a run twice, nor an answer one that is being cancelled. */
  #whenWaiting(workspace: string, id: string, act: (row: RunRow) => Promise<void>): Promise<void> {
    const decide = async (): Promise<void> => {
      const row = await this.#options.store.runs.find(workspace, id);
      if (row?.status === 'waiting') await act(row);
    };
    const going = this.#deciding.then(decide);
    this.#deciding = going.catch(() => {});
    return going;
  }

  async #goOn(row: RunRow): Promise<void> {
    // Waiting is no failure: the attempts that a crash may cost start anew.
    await this.#options.store.runs.setStatus(row.id, 'waiting', { attempt: 0 });
    await this.queue(row);
  }

  /** Says of a run without a process how it ended. */
  async #close(row: RunRow, ending: Ending): Promise<void> {
    const steps = new OpenSteps();
    const events = await this.#options.store.events.after(row.id, 0);
    steps.follow(events.map(eventOf));
    await this.#say(row, steps.close(ending));
    this.#cancelled.delete(row.id);
    this.#options.journal.close(row.id);
  }

  #say(row: RunRow, events: readonly WorkEvent[]): Promise<void> {
    return this.#options.journal.write(row, { ...NOTHING, events });
  }
}

const isGiven = (row: AnswerRow): boolean => row.answer !== null;

function jobOf(row: RunRow, answers: readonly AnswerRow[], done: readonly string[]) {
  return {
    run: row.id,
    document: row.document,
    params: JSON.parse(row.params) as Record<string, Json>,
    seed: row.seed,
    targets: row.targets === null ? null : (JSON.parse(row.targets) as string[]),
    fresh: row.fresh === null ? [] : (JSON.parse(row.fresh) as string[]),
    done,
    answers: answers.map(({ step, answer }) => [step, JSON.parse(answer!) as Answer] as const),
  };
}
