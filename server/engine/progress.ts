/** Thins out what a step reports: a person cannot read more, and every event is stored. */
import type { Progress } from '#nodes/sdk/context.ts';

/** Least time between two reports of one step, in milliseconds. */
const INTERVAL = 100;

export interface ProgressGate {
  report(progress: Progress): void;
  /** Says what was held back last, so that a finished step does not stand at 97%. */
  flush(): void;
}

export function progressGate(
  emit: (progress: Progress) => void,
  clock: () => number,
): ProgressGate {
  let saidAt = Number.NEGATIVE_INFINITY;
  let held: Progress | undefined;
  const say = (progress: Progress) => {
    saidAt = clock();
    held = undefined;
    emit(progress);
  };
  return {
    report(progress) {
      if (clock() - saidAt >= INTERVAL) say(progress);
      else held = progress;
    },
    flush() {
      if (held) say(held);
    },
  };
}
