/** Keeps one process ready, so that starting a run costs no loading. */
import type { Child } from './child.ts';

/** Milliseconds: a short run should not share the machine with the loading of the next process. */
const PAUSE = 250;

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
  let refilling: NodeJS.Timeout | undefined;
  const forget = async (child: Child<To, From>): Promise<void> => {
    await child.exited;
    if (spare === child) spare = undefined;
  };
  const prepare = (): void => {
    const child = start();
    spare = child;
    void forget(child);
  };
  const prepareAgain = (): void => {
    refilling = undefined;
    if (!spare) prepare();
  };
  prepare();
  return {
    take() {
      const child = spare ?? start();
      spare = undefined;
      if (refill) refilling ??= setTimeout(prepareAgain, PAUSE);
      return child;
    },
    close() {
      clearTimeout(refilling);
      spare?.kill();
      spare = undefined;
    },
  };
}
