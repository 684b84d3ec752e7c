/** A run's own process: it is told the run once, works it off, says what happens and leaves. */
import { fromThrown, toData } from '#schemas/errors.ts';
import type { FromRunChild, Lookup, RunJob, ToRunChild, WorkEvent } from './messages.ts';
import { lookups } from './lookups.ts';
import { openOutbox } from './outbox.ts';
import { keepCompiledCode, type Parent } from './parent.ts';

/** What a run reads and keeps, by way of the server process. Texts are JSON. */
export interface RunMemory {
  find(what: Lookup, names: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** Kept before any event that comes after it. */
  keepResult(key: string, text: string): void;
  keepRecord(step: string, text: string): void;
}

export interface RunWorld {
  readonly memory: RunMemory;
  readonly signal: AbortSignal;
  readonly log: (message: string) => void;
}

/** Works a run off, event by event; the last one is run-finished. */
export type Execute = (job: RunJob, world: RunWorld) => AsyncIterable<WorkEvent>;

export interface RunChildOptions {
  readonly parent: Parent<ToRunChild, FromRunChild>;
  /** Loads what runs need; begun at once, so that a spare process is ready when its run comes. */
  readonly load: () => Promise<Execute>;
  /** Done while there is no run; stops when the signal aborts. */
  readonly warm: (signal: AbortSignal) => Promise<void>;
  /** Gives back what was opened, before the process leaves. */
  readonly unload: () => Promise<void>;
}

export function serveRun({ parent, load, warm, unload }: RunChildOptions): void {
  const cancel = new AbortController();
  const asked = lookups(parent.send);
  const outbox = openOutbox((batch) => parent.send({ type: 'batch', batch }));
  const memory: RunMemory = {
    find: asked.find,
    keepResult: outbox.result,
    keepRecord: outbox.record,
  };
  const log = (message: string): void => parent.send({ type: 'log', message });
  const idle = new AbortController();
  const loaded = load();
  const prepare = async (): Promise<void> => {
    await loaded;
    if (!idle.signal.aborted) await warm(idle.signal);
    parent.send({ type: 'ready' });
    keepCompiledCode();
  };
  // What cannot be loaded is also told as the run's failure, once there is a run.
  prepare().catch((thrown: unknown) => log(stackOf(thrown)));

  const work = async (job: RunJob): Promise<void> => {
    try {
      const execute = await loaded;
      for await (const event of execute(job, { memory, signal: cancel.signal, log })) {
        outbox.event(event);
      }
    } catch (thrown) {
      log(stackOf(thrown));
      outbox.event({ type: 'run-finished', status: 'failed', error: toData(fromThrown(thrown)) });
    }
    outbox.flush();
    await unload().catch(() => {});
    parent.leave();
  };

  parent.listen((message) => {
    switch (message.type) {
      case 'start':
        idle.abort();
        void work(message.job);
        break;
      case 'cancel':
        cancel.abort();
        break;
      case 'found':
        asked.found(message);
        break;
    }
  });
}

const stackOf = (thrown: unknown): string =>
  thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown);
