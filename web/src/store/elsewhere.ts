/** What becomes of the open pipeline in other windows, of this browser and of others. */
import * as api from '../api.ts';
import type { Editor } from './editor.ts';
import { lookAgain } from './lookAgain.ts';
import type { SaveSlice, State } from './state.ts';

/** Until what is returned is called. */
export const watchElsewhere = (editor: Editor): (() => void) =>
  lookAgain({
    ask: (signal) => askOnce(editor, signal),
    isOfConcern: ({ of, id }) => of === 'pipelines' && id === editor.get().document.id,
    isAtRest: () => isAtRest(editor.get()),
  });

/** Otherwise the next save tells soon enough. */
const isAtRest = ({ save: { status } }: State): boolean =>
  status === 'saved' || status === 'refused';

async function askOnce(editor: Editor, signal: AbortSignal): Promise<void> {
  const { document, save: before } = editor.get();
  const { id } = document;
  if (id === null || before.fate === 'deleted') return;
  try {
    const { revision, trashedAt } = await api.getPipelineSummary(id, signal);
    if (signal.aborted) return;
    setSave(editor, { fate: trashedAt === null ? 'kept' : 'trashed' });
    if (revision === before.revision || !mayTake(editor, before)) return;
    if (isUnsaved(editor)) return;
    const { updatedAt, ...theirs } = await api.getPipeline(id, signal);
    if (signal.aborted || !mayTake(editor, before) || isUnsaved(editor)) return;
    editor.takeOver({ ...theirs, savedAt: updatedAt });
  } catch (error) {
    if (signal.aborted) return;
    if (!(error instanceof api.ApiError)) throw error;
    // Whatever else keeps the server from telling, what is edited here does not hang on it.
    if (error.code === 'not-found') setSave(editor, { fate: 'deleted', status: 'refused' });
  }
}

/** Whether what was asked is still so: a save that was sent, or answered, meanwhile has told more. */
function mayTake(editor: Editor, { revision }: SaveSlice): boolean {
  const { save } = editor.get();
  return save.revision === revision && save.status !== 'saving' && save.status !== 'conflict';
}

/** What is not saved here and what is saved there are two versions: somebody has to choose. */
function isUnsaved(editor: Editor): boolean {
  if (editor.get().save.status === 'saved') return false;
  setSave(editor, { status: 'conflict' });
  return true;
}

function setSave(editor: Editor, part: Partial<SaveSlice>): void {
  const { save } = editor.get();
  const names = Object.keys(part) as (keyof SaveSlice)[];
  if (names.some((name) => save[name] !== part[name])) editor.set({ save: { ...save, ...part } });
}
