/** The server's side of one run: starts it in a process, passes on what it says, and says itself what it cannot. */
import { type EsteiraError, fromThrown } from '#schemas/errors.ts';
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
  return new RunProcess(child, job, host, limits);
}

class RunProcess implements WorkingRun {
  readonly ended: Promise<void>;
  readonly #child: RunChildProcess;
  readonly #job: RunJob;
  readonly #host: RunHost;
  readonly #megabytes: number;
  readonly #steps = new OpenSteps();
  #written: Promise<void> = Promise.resolve();
  #cancelled = false;
  #overMemory = false;
  #stopped: Ending | 'goes-on' | undefined;
  /** Why it cannot go on, though its process could. */
  #failure: EsteiraError | undefined;

  constructor(child: RunChildProcess, job: RunJob, host: RunHost, limits: RunLimits) {
    this.#child = child;
    this.#job = job;
    this.#host = host;
    this.#megabytes = limits.memoryMegabytes;
    const unwatch = watchMemory(child.pid, this.#megabytes * 1024 ** 2, () => {
      this.#overMemory = true;
      child.kill();
    });
    child.listen((message) => this.#hear(message));
    child.send({ type: 'start', job });
    this.ended = this.#follow(unwatch);
  }

  cancel(): void {
    if (this.#cancelled) return;
    this.#cancelled = true;
    this.#child.send({ type: 'cancel' });
    setTimeout(this.#child.kill, PATIENCE).unref();
  }

  async stop(ending: Ending | 'goes-on'): Promise<void> {
    this.#stopped = ending;
    this.#child.kill();
    await this.ended;
  }

  #hear(message: FromRunChild): void {
    switch (message.type) {
      case 'batch':
        if (this.#stopped) break;
        this.#steps.follow(message.batch.events);
        this.#write(message.batch);
        if (this.#steps.finished) setTimeout(this.#child.kill, FAREWELL).unref();
        break;
      case 'lookup':
        this.#answer(message.id, message.what, message.names).catch((thrown: unknown) =>
          this.#fail(thrown),
        );
        break;
      case 'log':
        this.#host.log(message.message);
        break;
      default:
    }
  }

  #write(batch: WorkBatch): void {
    // What cannot be kept cannot go on: the disk is full, or the store is gone.
    this.#written = this.#host.write(batch).catch((thrown: unknown) => this.#fail(thrown));
  }

  async #answer(id: number, what: Lookup, names: readonly string[]): Promise<void> {
    const texts = await this.#host.find(what, names);
    this.#child.send({ type: 'found', id, texts: [...texts] });
  }

  #fail(thrown: unknown): void {
    this.#failure ??= fromThrown(thrown);
    this.#host.log(`Run ${this.#job.run} could not go on.`, thrown);
    this.#child.kill();
  }

  async #follow(unwatch: () => void): Promise<void> {
    const exit = await this.#child.exited;
    unwatch();
    await this.#close(exit);
  }

  async #close(exit: Exit): Promise<void> {
    await this.#written;
    if (this.#stopped === 'goes-on' || (this.#steps.finished && !this.#failure)) return;
    if (!this.#cancelled && !this.#stopped) {
      this.#host.log(`The process of run ${this.#job.run} ended.`, exit);
    }
    this.#write({ ...NOTHING, events: this.#steps.close(this.#endingOf(exit)) });
    await this.#written;
  }

  #endingOf(exit: Exit): Ending {
    if (this.#stopped && this.#stopped !== 'goes-on') return this.#stopped;
    if (this.#failure) return { status: 'failed', error: this.#failure };
    if (this.#cancelled) return { status: 'cancelled' };
    return { status: 'failed', error: whyEnded(exit, this.#megabytes, this.#overMemory) };
  }
}
