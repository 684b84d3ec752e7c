/** A pipeline from the server to the page, and what goes on while it is open. */
import { getPipeline, getRun, listNodeTypes, listRuns, type RunSummary } from '../api.ts';
import { startAnalysis } from './analyse.ts';
import { startAutosave, type Autosave } from './autosave.ts';
import type { Editor } from './editor.ts';
import { watchElsewhere } from './elsewhere.ts';
import { startForecast } from './forecast.ts';
import { forgetDraft, keepHistory, readHistory, restore } from './keepHistory.ts';
import { readReset } from './reset.ts';
import { watchRuns, type Runs } from './runs.ts';
import { watchRunsElsewhere } from './runsElsewhere.ts';

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

  const leaving = new AbortController();
  const open = AbortSignal.any([signal, leaving.signal]);
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
    () => leaving.abort(),
  ];
  if (isDraft) void autosave.flush();
  const followRuns = async (): Promise<void> => {
    await showLastRuns(editor, runs, id, { signal: open, run });
    if (!open.aborted) stops.push(watchRunsElsewhere(editor, runs));
  };
  void followRuns();
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
async function showLastRuns(
  editor: Editor,
  runs: Runs,
  pipeline: string,
  { signal, run: id }: { readonly signal: AbortSignal; readonly run?: string | undefined },
): Promise<void> {
  try {
    const last =
      id === undefined
        ? sinceWhole(await listRuns({ pipeline, limit: MANY }, signal))
        : [await getRun(id, signal)];
    let shown: string | undefined;
    for (const each of last.toReversed()) {
      const { current, starting } = editor.get().run;
      // Somebody has started one meanwhile.
      if (signal.aborted || starting || current?.id !== shown) return;
      await runs.show(each, signal);
      shown = each.id;
    }
  } catch {
    // Tried again with the next run.
  }
}

const MANY = 20;

/** The last run, and before it those back to one through all nodes: the later went to some and left the others. */
function sinceWhole(runs: readonly RunSummary[]): readonly RunSummary[] {
  const whole = runs.findIndex(({ targets }) => targets === null);
  return runs.slice(0, whole === -1 ? runs.length : whole + 1);
}
