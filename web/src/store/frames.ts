export type Gathering<T> = {
  readonly add: (item: T) => void;
  /** Takes what is waiting at once: nothing more will come. */
  readonly flush: () => void;
};

/** Gathers what arrives between two frames, so that two hundred events a second draw sixty times. */
export function perFrame<T>(take: (items: readonly T[]) => void): Gathering<T> {
  let waiting: T[] = [];
  const flush = (): void => {
    const items = waiting;
    waiting = [];
    if (items.length > 0) take(items);
  };
  const add = (item: T): void => {
    waiting.push(item);
    if (waiting.length > 1) return;
    // A page in the background gets no frames, yet should know how its run stands.
    if (typeof requestAnimationFrame === 'function' && document.visibilityState === 'visible') {
      requestAnimationFrame(flush);
    } else setTimeout(flush, 100);
  };
  return { add, flush };
}
