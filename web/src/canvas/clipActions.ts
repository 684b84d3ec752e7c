/** What is chosen onto the clipboard and back, by the browser's own events or from a menu, where none comes. */
import type { Point } from '../store/commands/nodes.ts';
import { editor } from '../store/theEditor.ts';
import { deleteSelected } from './actions.ts';
import { setCanvas, useCanvas } from './canvasState.ts';
import { clipOf, clipText, isMeantAsClip, paste, readClip } from './clipboard.ts';

/** Undefined where nothing is chosen that could be copied. */
export function chosenText(): string | undefined {
  const { document, view } = editor.get();
  const { selectedNodes, selectedNotes } = view;
  if (selectedNodes.size + selectedNotes.size === 0) return undefined;
  return clipText(clipOf(document, selectedNodes, selectedNotes));
}

/** Whether the text was meant for the canvas; what cannot be read of it is told. */
export function takeText(text: string, middle: Point): boolean {
  const clip = readClip(text);
  if (clip === undefined) {
    if (!isMeantAsClip(text)) return false;
    setCanvas({ upload: { file: '', share: 0, problem: 'not-a-clip' } });
    return true;
  }
  const problem = useCanvas.getState().upload?.problem;
  if (problem === 'not-a-clip' || problem === 'no-clipboard') setCanvas({ upload: undefined });
  editor.dispatch(paste(editor.get().document, clip, 'paste', middle));
  return true;
}

export async function copyFromMenu(isCut: boolean): Promise<void> {
  const text = chosenText();
  if (text === undefined) return;
  await withClipboard(async (clipboard) => {
    await clipboard.writeText(text);
    if (isCut) deleteSelected(true);
  });
}

export async function pasteFromMenu(place: Point): Promise<void> {
  await withClipboard(async (clipboard) => {
    const text = await clipboard.readText();
    if (!takeText(text, place)) {
      setCanvas({ upload: { file: '', share: 0, problem: 'not-a-clip' } });
    }
  });
}

/** A page that came over plain HTTP from another machine has none, and a person may keep it from the page. */
async function withClipboard(work: (clipboard: Clipboard) => Promise<void>): Promise<void> {
  const { clipboard } = navigator as { readonly clipboard?: Clipboard };
  try {
    if (clipboard === undefined) throw new DOMException('', 'NotAllowedError');
    await work(clipboard);
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
    setCanvas({ upload: { file: '', share: 0, problem: 'no-clipboard' } });
  }
}
