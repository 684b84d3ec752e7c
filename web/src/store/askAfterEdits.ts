/** A question about the graph as it stands, asked of the server a moment after each edit that concerns it. */
import { ApiError } from '../api.ts';
import type { Editor } from './editor.ts';
import type { State } from './state.ts';

export type Question = {
  /** Milliseconds without a further edit. */
  readonly quiet: number;
  readonly isConcerned: (now: State, before: State) => boolean;
  /** What was known holds no more. Whether there is anything to ask. */
  readonly begin: () => boolean;
  /** Takes the answer, unless the signal has aborted: then it is of a graph that is no more. */
  readonly ask: (signal: AbortSignal) => Promise<void>;
  /** The server could not say. */
  readonly fail: () => void;
};

/** Until what is returned is called. */
export function askAfterEdits(editor: Editor, question: Question): () => void {
  const { quiet, isConcerned, begin, ask, fail } = question;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let asking = new AbortController();

  const askNow = async (): Promise<void> => {
    const { signal } = asking;
    try {
      await ask(signal);
    } catch (error) {
      if (signal.aborted) return;
      if (!(error instanceof ApiError)) throw error;
      fail();
    }
  };
  const check = (): void => {
    clearTimeout(timer);
    asking.abort();
    asking = new AbortController();
    if (begin()) timer = setTimeout(() => void askNow(), quiet);
  };

  const unwatch = editor.store.subscribe((state, before) => {
    if (isConcerned(state, before)) check();
  });
  check();
  return () => {
    clearTimeout(timer);
    asking.abort();
    unwatch();
  };
}
