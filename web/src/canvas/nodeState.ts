/** How a node stands, in one word: before a run by what is wrong with it, after one by what came of it. */
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
  if (step !== undefined && going.has(step.status)) return step.status;
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
