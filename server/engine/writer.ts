/** Writes results and records as they come, in as few calls as the order of things allows. */
import type { KeyRecord } from './keys.ts';
import type { CachePort, HistoryPort, Stored } from './ports.ts';

/** `stored` is absent where only the reason for the next run is kept: the result was in the cache already. */
export interface Written {
  readonly step: string;
  readonly record: KeyRecord;
  readonly key?: string;
  readonly stored?: Stored;
}

export class Writer {
  readonly #cache: CachePort;
  readonly #history: HistoryPort;
  #batch: Written[] = [];
  #flushed: Promise<void> | undefined;
  /** The last flush and all before it. */
  #all: Promise<unknown> = Promise.resolve();

  constructor(cache: CachePort, history: HistoryPort) {
    this.#cache = cache;
    this.#history = history;
  }

  /** Resolves once it is kept. What is written in one turn of the event loop goes out together. */
  write(entry: Written): Promise<void> {
    this.#batch.push(entry);
    if (!this.#flushed) {
      const flushed = Promise.resolve().then(() => this.#flush());
      this.#all = Promise.all([this.#all, flushed]);
      // Whoever wrote may not wait; `settled` is where a failure is told in any case.
      this.#all.catch(() => {});
      this.#flushed = flushed;
    }
    return this.#flushed;
  }

  /** Resolves once everything written so far is kept. */
  async settled(): Promise<void> {
    await this.#all;
  }

  async #flush(): Promise<void> {
    const batch = this.#batch;
    this.#batch = [];
    this.#flushed = undefined;
    const results = new Map<string, Stored>();
    for (const { key, stored } of batch) if (key !== undefined && stored) results.set(key, stored);
    const records = new Map(batch.map(({ step, record }) => [step, record]));
    if (results.size > 0) await this.#cache.put(results);
    await this.#history.save(records);
  }
}
