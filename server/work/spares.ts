/** Keeps one process ready, so that starting a run costs no loading. */
import type { Child } from './child.ts';

export interface Spares<To, From> {
  take(): Child<To, From>;
  close(): void;
}

/**
 * `refill`: keep one ready at all times; else only the first. A spare that dies while it waits is replaced when it
 * is asked for, so that a process which cannot start does not start for ever.
 */
export function openSpares<To, From>(
  start: () => Child<To, From>,
  { refill }: { readonly refill: boolean },
): Spares<To, From> {
  let spare: Child<To, From> | undefined;
  let closed = false;
  const prepare = (): void => {
    const child = start();
    spare = child;
    void child.exited.then(() => {
      if (spare === child) spare = undefined;
    });
  };
  prepare();
  return {
    take() {
      const child = spare ?? start();
      spare = undefined;
      // Not in this turn: the run that was asked for comes first.
      if (refill) setImmediate(() => !closed && !spare && prepare());
      return child;
    },
    close() {
      closed = true;
      spare?.kill();
      spare = undefined;
    },
  };
}
