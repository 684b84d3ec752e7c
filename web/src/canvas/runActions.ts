/** Ways to run, to reset and to pin what is selected, whatever asks for them: a key, a menu, the button. */
import { downstream } from '#schemas/graph.ts';
import { unpinNodes } from '../store/commands/nodes.ts';
import { pipelineOf } from '../store/document.ts';
import { canPin, pin } from '../store/pins.ts';
import { resetNodes } from '../store/reset.ts';
import type { Runs } from '../store/runs.ts';
import { isOver } from '../store/runs.ts';
import type { State } from '../store/state.ts';
import { stoppedBy } from '../store/stopped.ts';
import { editor } from '../store/theEditor.ts';
import { setCanvas } from './canvasState.ts';

const chosen = (): readonly string[] => [...editor.get().view.selectedNodes];

/** What is known to be wrong is told before anything runs: a run that must fail teaches nothing. */
function ask(runs: Runs, targets?: readonly string[], fresh: readonly string[] = []): void {
  if (stoppedBy(editor.get(), targets) !== undefined) setCanvas({ stopped: { targets, fresh } });
  else void runs.start(targets, fresh);
}

export const runAll = (runs: Runs): void => ask(runs);

/** While nothing is selected, everything. */
export function runHere(runs: Runs): void {
  const ids = chosen();
  ask(runs, ids.length === 0 ? undefined : ids);
}

export function runFrom(runs: Runs): void {
  const ids = chosen();
  if (ids.length === 0) return;
  ask(runs, [...downstream(pipelineOf(editor.get().document), ids)], ids);
}

export function runAfresh(runs: Runs): void {
  ask(runs, undefined, [...editor.get().document.nodesById.keys()]);
}

/** A run that goes on is not reset under its feet. */
export function canReset({ run }: Pick<State, 'run'>): boolean {
  return run.current === null || isOver(run.current.status);
}

export function resetChosen(): void {
  const ids = chosen();
  if (ids.length > 0 && canReset(editor.get())) resetNodes(editor, ids);
}

export function resetAll(): void {
  if (canReset(editor.get())) resetNodes(editor);
}

/** What the selection can be pinned to, or freed of: nothing where neither goes. */
export function pinChoice(state: State): 'pin' | 'unpin' | undefined {
  const ids = [...state.view.selectedNodes];
  const isPinned = (id: string): boolean => state.document.nodesById.get(id)?.pinned !== undefined;
  if (ids.some(isPinned)) return 'unpin';
  return ids.some((id) => canPin(id, state)) ? 'pin' : undefined;
}

export async function togglePin(): Promise<void> {
  const choice = pinChoice(editor.get());
  if (choice === 'unpin') editor.dispatch(unpinNodes(editor.get().document, chosen()));
  if (choice !== 'pin') return;
  const ids = chosen().filter((id) => canPin(id, editor.get()));
  for (const id of ids) await pin(editor, id);
}
