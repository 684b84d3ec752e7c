/** Results that people pinned to nodes. */
import * as api from '../api.ts';
import { pinNode } from './commands/nodes.ts';
import { pipelineOf } from './document.ts';
import type { Editor } from './editor.ts';
import type { State, StepState } from './state.ts';

/** The pinned nodes whose results the server keeps; the others count as not pinned. */
export function heldPins({
  document,
  forecast,
}: Pick<State, 'document' | 'forecast'>): ReadonlySet<string> {
  const held = new Set<string>();
  for (const [id, { pinned }] of document.nodesById) {
    if (pinned !== undefined && !forecast.lostPins.has(id)) held.add(id);
  }
  return held;
}

/** Whether what is shown of a node is what it gives as it stands, so that it can be kept. */
export function canPin(id: string, { document, catalogue, run }: State): boolean {
  const node = document.nodesById.get(id);
  if (node === undefined || node.pinned !== undefined || run.stale.has(id)) return false;
  return isDone(run.steps.get(id)) && catalogue.types.get(node.type)?.effect === false;
}

const isDone = (step: StepState | undefined): boolean =>
  step?.status === 'done' || step?.status === 'cached';

/** The server keeps the result; then the document names it, as one step that can be undone. */
export async function pin(editor: Editor, id: string): Promise<void> {
  const { document, run } = editor.get();
  try {
    const json = { document: pipelineOf(document), params: run.params, node: id };
    const { key } = await api.pinResult(json);
    editor.dispatch(pinNode(editor.get().document, id, key));
    editor.set({ run: { ...editor.get().run, startError: undefined } });
  } catch (error) {
    if (!(error instanceof api.ApiError)) throw error;
    editor.set({ run: { ...editor.get().run, startError: error } });
  }
}
