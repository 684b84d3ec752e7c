/**
 * What becomes of the open pipeline in other windows. One of this browser tells; of others the server is asked, when
 * somebody comes back to the page and every few moments while it is seen.
 */
import * as api from '../api.ts';
import { onReturnOrNews } from '../news.ts';
import type { Editor } from './editor.ts';
import type { SaveSlice, State } from './state.ts';

const EVERY = 3_000;

/** Until what is returned is called. */
export function watchElsewhere(editor: Editor): () => void {
  const leaving = new AbortController();
  const { signal } = leaving;
  let asking: Promise<void> | undefined;
  let isOld = false;

  const ask = async (): Promise<void> => {
    do {
      isOld = false;
      // What was told meanwhile is asked afterwards.
      await askOnce(editor, signal);
    } while (isOld && !signal.aborted);
  };
  const look = (): void => {
    isOld = true;
    asking ??= ask().finally(() => {
      asking = undefined;
    });
  };

  const timer = setInterval(() => {
    if (!document.hidden && isAtRest(editor.get())) look();
  }, EVERY);
  const deaf = onReturnOrNews(
    ({ of, id }) => of === 'pipelines' && id === editor.get().document.id,
    look,
  );
  look();
  return () => {
    leaving.abort();
    clearInterval(timer);
    deaf();
  };
}

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
