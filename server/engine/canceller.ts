/**
 * A tree of abort signals: the run, its steps, their child runs. One listener on the outermost signal serves them
 * all, however many work at once.
 */
export class Canceller {
  readonly #controller = new AbortController();
  readonly #children = new Set<Canceller>();
  #dispose: () => void = () => {};

  /** Cancels as soon as `outer` aborts. */
  static under(outer: AbortSignal | undefined): Canceller {
    const root = new Canceller();
    if (!outer) return root;
    const cancel = () => root.cancel(outer.reason);
    if (outer.aborted) cancel();
    outer.addEventListener('abort', cancel, { once: true });
    root.#dispose = () => outer.removeEventListener('abort', cancel);
    return root;
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  child(): Canceller {
    const child = new Canceller();
    if (this.signal.aborted) child.cancel(this.signal.reason);
    this.#children.add(child);
    child.#dispose = () => this.#children.delete(child);
    return child;
  }

  cancel(reason?: unknown): void {
    this.#controller.abort(reason);
    for (const child of this.#children) child.cancel(reason);
  }

  /** Lets go of what it hangs on. */
  dispose(): void {
    this.#dispose();
  }
}
