/** How a node stands, in one word: before a run by what is wrong with it, after one by what came of it. */
import { isOver } from '../store/runs.ts';
import type { RunSlice, State, StepState } from '../store/state.ts';

export type CardState =
  | 'unconfigured'
  | 'ready'
  | 'queued'
  | 'running'
  | 'done'
  | 'cached'
  | 'stale'
  | 'failed'
  | 'skipped'
  | 'cancelled'
  | 'waiting';

const going: ReadonlySet<CardState> = new Set(['queued', 'running', 'waiting']);

export function cardState(
  id: string,
  { analysis, run }: Pick<State, 'analysis' | 'run'>,
): CardState {
  const step = run.steps.get(id);
  const isEnded = run.current !== null && isOver(run.current.status);
  if (step !== undefined && going.has(step.status)) {
    // Nobody is asked any more.
    return step.status === 'waiting' && isEnded ? 'cancelled' : step.status;
  }
  // Its turn comes with the answer.
  if (step?.reason?.code === 'upstream-waiting' && !isEnded && !run.stale.has(id)) return 'queued';
  const isStale = run.stale.has(id);
  if (analysis.problemsByNode.has(id) && (isStale || step === undefined)) return 'unconfigured';
  if ((isStale || step === undefined) && isAwaited(id, run)) return 'queued';
  if (step === undefined) return 'ready';
  return isStale && step.status !== 'skipped' && step.status !== 'cancelled'
    ? 'stale'
    : step.status;
}

/** The run that goes on will come to it. What it was not asked for it says with its first events. */
function isAwaited(id: string, { current, seq, ran, unasked, ended }: RunSlice): boolean {
  if (current?.status !== 'running' || seq === 0) return false;
  return ran?.nodesById.has(id) === true && !unasked.has(id) && !ended.has(id);
}

/** From 0 to 1; undefined where nothing is known. */
export function share({ progress }: StepState): number | undefined {
  if (progress === undefined || progress.total <= 0) return undefined;
  return Math.min(1, progress.done / progress.total);
}
