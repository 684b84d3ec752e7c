export type Gathering<T> = {
  readonly add: (item: T) => void;
  /** Takes what is waiting at once: nothing more will come. */
  readonly flush: () => void;
};

/** Milliseconds after which it is taken without a frame: more than the slowest page takes to draw one. */
const NO_FRAME = 300;

/** Gathers what arrives between two frames, so that two hundred events a second draw sixty times. */
export function perFrame<T>(take: (items: readonly T[]) => void): Gathering<T> {
  let waiting: T[] = [];
  let frame: number | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const flush = (): void => {
    if (frame !== undefined) cancelAnimationFrame(frame);
    clearTimeout(timer);
    frame = undefined;
    const items = waiting;
    waiting = [];
    if (items.length > 0) take(items);
  };
  const add = (item: T): void => {
    waiting.push(item);
    if (waiting.length > 1) return;
    // A page in the background gets no frames, nor one that goes there now, yet should know how its run stands.
    const hasFrames =
      typeof requestAnimationFrame === 'function' && document.visibilityState === 'visible';
    if (hasFrames) frame = requestAnimationFrame(flush);
    timer = setTimeout(flush, hasFrames ? NO_FRAME : 100);
  };
  return { add, flush };
}
