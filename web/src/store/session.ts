/** A pipeline from the server to the page. */
import { getPipeline, listNodeTypes } from '../api.ts';
import type { Editor } from './editor.ts';

/** Opens a saved pipeline, the catalogue first. Throws ApiError. */
export async function openPipeline(editor: Editor, id: string, signal: AbortSignal): Promise<void> {
  const [record] = await Promise.all([getPipeline(id, signal), loadCatalogue(editor, signal)]);
  if (signal.aborted) return;
  const { revision, document } = record;
  editor.open({ id, revision, document });
}

export async function loadCatalogue(editor: Editor, signal: AbortSignal): Promise<void> {
  if (editor.get().catalogue.status === 'ready') return;
  editor.setCatalogue(await listNodeTypes(signal));
}
