/**
 * Numbers, dates and keeps what runs say, and tells whoever listens. What comes while a batch is being written goes
 * out together with the next one, so that many small steps share one write to disk; a listener never hears of
 * anything that is not on disk.
 */
import type { RunEvent } from '#schemas/types.ts';
import type { WorkBatch } from './messages.ts';

/** The run that something is written for. */
export interface JournalRun {
  readonly id: string;
  readonly workspace: string;
  /** Who started it. */
  readonly actor: string;
  readonly name: string;
  /** The saved pipeline that it runs, if it is one. */
  readonly pipeline: string | null;
}

export interface JournalEntry extends Pick<WorkBatch, 'results' | 'records'> {
  readonly run: JournalRun;
  readonly events: readonly RunEvent[];
}

export interface JournalStore {
  /** One transaction: all or none. */
  commit(entries: readonly JournalEntry[]): Promise<void>;
  lastSeq(run: string): Promise<number>;
}

export type Listener = (events: readonly RunEvent[]) => void;

interface Waiting {
  readonly run: JournalRun;
  readonly batch: WorkBatch;
  readonly time: string;
}

export class Journal {
  readonly #store: JournalStore;
  readonly #seqs = new Map<string, number>();
  readonly #listeners = new Map<string, Set<Listener>>();
  #waiting: Waiting[] = [];
  #next: Promise<void> | undefined;
  #last: Promise<void> = Promise.resolve();

  constructor(store: JournalStore) {
    this.#store = store;
  }

  /** Resolves once it is on disk, and everything written before it. */
  write(run: JournalRun, batch: WorkBatch): Promise<void> {
    this.#waiting.push({ run, batch, time: new Date().toISOString() });
    this.#next ??= this.#flushAfter(this.#last);
    return this.#next;
  }

  /** Called with events in order, each once, from now on. Gives a function that ends it. */
  listen(run: string, listener: Listener): () => void {
    const listeners = this.#listeners.get(run) ?? new Set();
    this.#listeners.set(run, listeners.add(listener));
    return () => {
      listeners.delete(listener);
      if (listeners.size === 0 && this.#listeners.get(run) === listeners)
        this.#listeners.delete(run);
    };
  }

  /** Forgets a run's number; it is looked up again when something is written for it. */
  close(run: string): void {
    this.#seqs.delete(run);
  }

  /** Resolves when everything that was written is on disk, or could not be. */
  settled(): Promise<void> {
    return this.#last;
  }

  #flushAfter(earlier: Promise<void>): Promise<void> {
    const flushed = earlier.then(nextTurn).then(() => this.#flush());
    this.#last = flushed.catch(() => {});
    return flushed;
  }

  async #flush(): Promise<void> {
    const waiting = this.#waiting;
    this.#waiting = [];
    this.#next = undefined;
    const seqs = new Map<string, number>();
    const entries: JournalEntry[] = [];
    for (const { run, batch, time } of waiting) {
      const before = seqs.get(run.id) ?? (await this.#seqOf(run.id));
      const events = batch.events.map((event, at) => {
        return { run: run.id, seq: before + at + 1, time, ...event };
      });
      seqs.set(run.id, before + events.length);
      entries.push({ run, events, results: batch.results, records: batch.records });
    }
    await this.#store.commit(entries);
    // Only now: a batch that could not be written leaves no gap in the numbers.
    for (const [run, seq] of seqs) this.#seqs.set(run, seq);
    for (const { run, events } of entries) {
      for (const listener of new Set(this.#listeners.get(run.id))) listener(events);
    }
  }

  async #seqOf(run: string): Promise<number> {
    return this.#seqs.get(run) ?? (await this.#store.lastSeq(run));
  }
}

const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
