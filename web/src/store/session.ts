/** A pipeline from the server to the page, and what goes on while it is open. */
import { getPipeline, getRun, listNodeTypes, listRuns } from '../api.ts';
import { startAnalysis } from './analyse.ts';
import { startAutosave, type Autosave } from './autosave.ts';
import type { Editor } from './editor.ts';
import { watchElsewhere } from './elsewhere.ts';
import { startForecast } from './forecast.ts';
import { forgetDraft, keepHistory, readHistory, restore } from './keepHistory.ts';
import { readReset } from './reset.ts';
import { watchRuns, type Runs } from './runs.ts';

/** What can be asked for while a pipeline is open. */
export type Session = {
  readonly runs: Runs;
  readonly autosave: Autosave;
  readonly close: () => void;
};

/**
 * Opens a saved pipeline, the catalogue first, and its last run, or the one that is named. Throws ApiError, or the
 * signal's AbortError.
 */
export async function openPipeline(
  editor: Editor,
  id: string,
  { signal, run }: { readonly signal: AbortSignal; readonly run?: string | undefined },
): Promise<Session> {
  const [record, kept] = await Promise.all([
    getPipeline(id, signal),
    readHistory(id),
    loadCatalogue(editor, signal),
  ]);
  signal.throwIfAborted();
  const { isDraft, ...opened } = restore(record, kept);
  editor.open(opened);
  const { save, run: unrun } = editor.get();
  editor.set({ run: { ...unrun, reset: readReset(id) } });
  if (isDraft) editor.set({ save: { ...save, status: 'unsaved' } });
  else editor.set({ save: { ...save, savedAt: record.updatedAt } });

  const autosave = startAutosave(editor);
  const runs = watchRuns(editor, autosave);
  const stops = [
    startAnalysis(editor),
    startForecast(editor),
    // A draft that reached the server after all is none.
    keepHistory(editor, !isDraft && kept?.draft !== undefined),
    watchElsewhere(editor),
    autosave.stop,
    runs.stop,
  ];
  if (isDraft) void autosave.flush();
  void showLastRun(runs, id, { signal, run });
  return {
    runs,
    autosave,
    close: () => {
      const saving = autosave.flush();
      for (const stop of stops) stop();
      // What is on its way stays a draft until it has arrived.
      void saving.then((isSaved) => (isSaved ? forgetDraft(id) : undefined));
    },
  };
}

export async function loadCatalogue(editor: Editor, signal: AbortSignal): Promise<void> {
  if (editor.get().catalogue.status === 'ready') return;
  editor.setCatalogue(await listNodeTypes(signal));
}

/** Without it the canvas still works, so nothing is said where it cannot be had. */
async function showLastRun(
  runs: Runs,
  pipeline: string,
  { signal, run: id }: { readonly signal: AbortSignal; readonly run?: string | undefined },
): Promise<void> {
  try {
    const [last] =
      id === undefined
        ? await listRuns({ pipeline, limit: 1 }, signal)
        : [await getRun(id, signal)];
    if (last !== undefined && !signal.aborted) await runs.show(last, signal);
  } catch {
    // Tried again with the next run.
  }
}
