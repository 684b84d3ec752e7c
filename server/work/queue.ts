/** Takes waiting runs in turn, as many at once as memory allows. */

export interface QueueHost<Claimed> {
  /** The next run that waits becomes this process's own; undefined where none does. */
  claim(): Promise<Claimed | undefined>;
  /** Resolves when the run needs no process any more; never rejects. */
  work(claimed: Claimed): Promise<void>;
  failed(cause: unknown): void;
}

export class Queue<Claimed> {
  readonly #host: QueueHost<Claimed>;
  readonly #limit: number;
  readonly #working = new Set<Promise<void>>();
  #looking: Promise<void> | undefined;
  #again = false;
  #closed = false;

  constructor(host: QueueHost<Claimed>, limit: number) {
    this.#host = host;
    this.#limit = limit;
  }

  get running(): number {
    return this.#working.size;
  }

  /** Something may wait. */
  wake(): void {
    this.#again = true;
    this.#looking ??= this.#look().finally(() => {
      this.#looking = undefined;
      if (this.#again && !this.#closed && this.#working.size < this.#limit) this.wake();
    });
  }

  /** Takes no more; resolves when what is at work has ended. */
  async close(): Promise<void> {
    this.#closed = true;
    await this.#looking;
    await Promise.all(this.#working);
  }

  async #look(): Promise<void> {
    while (this.#again && !this.#closed && this.#working.size < this.#limit) {
      this.#again = false;
      try {
        const claimed = await this.#host.claim();
        if (claimed !== undefined) this.#start(claimed);
      } catch (cause) {
        this.#host.failed(cause);
      }
    }
  }

  #start(claimed: Claimed): void {
    const working = this.#host.work(claimed).finally(() => {
      this.#working.delete(working);
      if (!this.#closed) this.wake();
    });
    this.#working.add(working);
    this.#again = true;
  }
}
