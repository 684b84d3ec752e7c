/** Runs of the open pipeline that are started elsewhere: in another window, by another person, by a command. */
import * as api from '../api.ts';
import type { Editor } from './editor.ts';
import { lookAgain } from './lookAgain.ts';
import { isOver, type Runs } from './runs.ts';

/**
 * Shows a run that is newer than the one on the canvas, as a reload would; not while that one goes on, nor one that
 * was there already when somebody chose to look at an older one. Until what is returned is called.
 */
export function watchRunsElsewhere(editor: Editor, runs: Pick<Runs, 'show'>): () => void {
  let newest: string | undefined;
  return lookAgain({
    isOfConcern: ({ of }) => of === 'runs',
    isAtRest: () => isAtRest(editor),
    async ask(signal) {
      const { id } = editor.get().document;
      if (id === null) return;
      try {
        const [last] = await api.listRuns({ pipeline: id, limit: 1 }, signal);
        newest ??= last?.createdAt ?? '';
        if (last === undefined || last.createdAt <= newest || !isAtRest(editor)) return;
        const isNewer = last.createdAt > (editor.get().run.current?.createdAt ?? '');
        // What gave way to a start is looked at again: the start may have failed.
        if (!isNewer || (await runs.show(last, signal))) newest = last.createdAt;
      } catch (error) {
        // Asked again in a moment.
        if (!signal.aborted && !(error instanceof api.ApiError)) throw error;
      }
    },
  });
}

/** A run that waits for an answer may do so for days. */
function isAtRest(editor: Editor): boolean {
  const { current, starting } = editor.get().run;
  return !starting && (current === null || isOver(current.status) || current.status === 'waiting');
}
