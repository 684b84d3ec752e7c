/** The server's side of one run: starts it in a process, passes on what it says, and says itself what it cannot. */
import { EsteiraError, fromThrown } from '#schemas/errors.ts';
import type { Child, Exit } from './child.ts';
import {
  NOTHING,
  type FromRunChild,
  type Lookup,
  type RunJob,
  type ToRunChild,
  type WorkBatch,
} from './messages.ts';
import { type Ending, OpenSteps } from './openSteps.ts';
import { watchMemory } from './watchMemory.ts';
import { whyEnded } from './whyEnded.ts';

export type RunChildProcess = Child<ToRunChild, FromRunChild>;

/** What a run's process asks of the server. */
export interface RunHost {
  /** Resolves once it is on disk. */
  write(batch: WorkBatch): Promise<void>;
  find(what: Lookup, names: readonly string[]): Promise<ReadonlyMap<string, string>>;
  log(message: string, cause?: unknown): void;
}

export interface RunLimits {
  /** Of all memory that is the run's own. */
  readonly memoryMegabytes: number;
}

export interface WorkingRun {
  /** When its process is gone and its last event is on disk; never rejects. */
  readonly ended: Promise<void>;
  /** Asks it to stop, and ends it where it does not. */
  cancel(): void;
  /** Ends the process at once. Nothing is said of it where the run will be taken up again. */
  stop(ending: Ending | 'goes-on'): Promise<void>;
}

/** A run that is busy in native code cannot hear; it must be over within a second all the same. */
const PATIENCE = 800;
/** For closing files after the last event. */
const FAREWELL = 3000;

export function runInChild(
  child: RunChildProcess,
  job: RunJob,
  host: RunHost,
  limits: RunLimits,
): WorkingRun {
  const steps = new OpenSteps();
  const ends: {
    cancelled?: boolean;
    stopped?: Ending | 'goes-on';
    overMemory?: boolean;
    failure?: EsteiraError;
  } = {};
  let written: Promise<unknown> = Promise.resolve();

  const write = (batch: WorkBatch): void => {
    written = host.write(batch).catch((thrown: unknown) => {
      // What cannot be kept cannot go on: the disk is full, or the store is gone.
      ends.failure ??= fromThrown(thrown);
      host.log(`What run ${job.run} did could not be kept.`, thrown);
      child.kill();
    });
  };
  const answer = async (id: number, what: Lookup, names: readonly string[]): Promise<void> => {
    const texts = await host.find(what, names);
    child.send({ type: 'found', id, texts: [...texts] });
  };
  child.listen((message) => {
    switch (message.type) {
      case 'batch':
        if (ends.stopped) break;
        steps.follow(message.batch.events);
        write(message.batch);
        if (steps.finished) setTimeout(child.kill, FAREWELL).unref();
        break;
      case 'lookup':
        answer(message.id, message.what, message.names).catch((thrown: unknown) => {
          ends.failure ??= fromThrown(thrown);
          child.kill();
        });
        break;
      case 'log':
        host.log(message.message);
        break;
      default:
    }
  });
  const unwatch = watchMemory(child.pid, limits.memoryMegabytes * 1024 ** 2, () => {
    ends.overMemory = true;
    child.kill();
  });

  const close = async (exit: Exit): Promise<void> => {
    unwatch();
    await written;
    if (ends.stopped === 'goes-on' || (steps.finished && !ends.failure)) return;
    if (!ends.cancelled && !ends.stopped) host.log(`The process of run ${job.run} ended.`, exit);
    write({ ...NOTHING, events: steps.close(endingOf(exit)) });
    await written;
  };
  const endingOf = (exit: Exit): Ending => {
    if (ends.stopped && ends.stopped !== 'goes-on') return ends.stopped;
    if (ends.failure) return { status: 'failed', error: ends.failure };
    if (ends.cancelled) return { status: 'cancelled' };
    const megabytes = limits.memoryMegabytes;
    return { status: 'failed', error: whyEnded(exit, megabytes, ends.overMemory === true) };
  };

  child.send({ type: 'start', job });
  const ended = child.exited.then(close);
  return {
    ended,
    cancel() {
      if (ends.cancelled) return;
      ends.cancelled = true;
      child.send({ type: 'cancel' });
      setTimeout(child.kill, PATIENCE).unref();
    },
    async stop(ending) {
      ends.stopped = ending;
      child.kill();
      await ended;
    },
  };
}
