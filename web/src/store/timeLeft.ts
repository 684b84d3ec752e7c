/** How long a step will still take, by how long it took so far. */
import type { StepState } from './state.ts';

const SURE_AFTER_MS = 3_000;
const SURE_SHARE = 0.03;
/** A small share of very much is as good a measure: so many turns, for so long. */
const SURE_TURNS = 5;
const LONG_MS = 10_000;

/**
 * Milliseconds from `now` (of the same clock as the step's start), supposing that it goes on as it went. Undefined
 * while too little is known for an honest answer.
 */
export function timeLeft(
  { status, progress, startedAt }: Pick<StepState, 'status' | 'progress' | 'startedAt'>,
  now: number,
): number | undefined {
  if (status !== 'running' || progress === undefined || startedAt === undefined) return undefined;
  const share = progress.done / progress.total;
  const elapsed = now - Date.parse(startedAt);
  const isMuch = share >= SURE_SHARE || (progress.done >= SURE_TURNS && elapsed >= LONG_MS);
  if (!(share > 0 && share <= 1 && isMuch) || elapsed < SURE_AFTER_MS) return undefined;
  return (elapsed * (1 - share)) / share;
}

/** Of the running steps, the one that will take longest; undefined where nothing is known of any. */
export function longestLeft(
  steps: ReadonlyMap<string, StepState>,
  now: number,
): number | undefined {
  let longest: number | undefined;
  for (const step of steps.values()) {
    const left = timeLeft(step, now);
    if (left !== undefined && left > (longest ?? -1)) longest = left;
  }
  return longest;
}
