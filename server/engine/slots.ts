/** How many steps work at once; the others wait their turn in the order in which they came. */
export class Slots {
  #free: number;
  readonly #queue: (() => void)[] = [];

  constructor(count: number) {
    this.#free = Math.max(1, Math.floor(count));
  }

  /** Resolves once a slot is this caller's own. */
  async take(): Promise<Slot> {
    await this.#acquire();
    let lent = 0;
    let given = false;
    return {
      give: () => {
        given = true;
        if (lent === 0) this.#release();
      },
      lend: async (work) => {
        if (lent++ === 0) this.#release();
        try {
          return await work();
        } finally {
          if (--lent === 0 && !given) await this.#acquire();
        }
      },
    };
  }

  async #acquire(): Promise<void> {
    if (this.#free > 0) this.#free -= 1;
    else await new Promise<void>((resolve) => this.#queue.push(resolve));
  }

  #release(): void {
    const next = this.#queue.shift();
    if (next) next();
    else this.#free += 1;
  }
}

export interface Slot {
  /** Once, when the step is over, even while the slot is lent. */
  give(): void;
  /**
   * Lends the slot while `work` runs: a step that waits for its child run would otherwise hold the slot that the
   * child needs. May be called several times at once; the slot is lent once.
   */
  lend<T>(work: () => Promise<T>): Promise<T>;
}
