/** Results that people pinned to nodes. */
import * as api from '../api.ts';
import { pinNode } from './commands/nodes.ts';
import { pinInside } from './commands/pinInside.ts';
import { pipelineOf } from './document.ts';
import type { Editor } from './editor.ts';
import type { State, StepState } from './state.ts';
import { placesOf } from './steps.ts';

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
export function canPin(step: string, { document, catalogue, run }: State): boolean {
  const places = placesOf(step, document);
  const node = places.at(-1)?.node;
  if (node === undefined || node.pinned !== undefined) return false;
  if (run.stale.has(places[0]!.node.id)) return false;
  return isDone(run.steps.get(step)) && catalogue.types.get(node.type)?.effect === false;
}

const isDone = (step: StepState | undefined): boolean =>
  step?.status === 'done' || step?.status === 'cached';

/** The server keeps the result; then the document names it, as one step that can be undone. */
export async function pin(editor: Editor, step: string): Promise<void> {
  const { document, run } = editor.get();
  const place = placesOf(step, document).at(-1);
  if (place === undefined) return;
  try {
    const what = { document: pipelineOf(document), params: run.params, node: step };
    // What the run did to the world, and was answered, is not to be done again for it.
    const { key } = await api.pinResult({
      ...what,
      ...(run.current ? { run: run.current.id } : {}),
    });
    const { node, definition } = place;
    const now = editor.get().document;
    editor.dispatch(
      definition === undefined
        ? pinNode(now, node.id, key)
        : pinInside(now, definition, node.id, key),
    );
    editor.set({ run: { ...editor.get().run, startError: undefined } });
  } catch (error) {
    if (!(error instanceof api.ApiError)) throw error;
    editor.set({ run: { ...editor.get().run, startError: error } });
  }
}
