import { createContext, useCallback, useContext, useEffect, useState } from 'react';
import { ApiError } from '../api.ts';
import { forgetHistory } from '../store/keepHistory.ts';
import { openPipeline, type Session } from '../store/session.ts';
import { editor } from '../store/theEditor.ts';

/** What can be asked for while a pipeline is open on the page. */
export type OpenSession = Session & {
  /** Opens it anew, as the server has it. */
  readonly reopen: () => void;
};

export type Opening = {
  readonly session: OpenSession | undefined;
  /** What keeps it from opening. */
  readonly problem: ApiError | undefined;
  /** Asks for it once more; the problem stays until the answer is there. */
  readonly retry: () => void;
};

/** Opens a pipeline while its page is shown, with the run that the address names or its last one. */
export function useOpenPipeline(id: string): Opening {
  const [opening, setOpening] = useState<Omit<Opening, 'retry'>>({
    session: undefined,
    problem: undefined,
  });
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    const leaving = new AbortController();
    const { signal } = leaving;
    const run = new URLSearchParams(location.search).get('run') ?? undefined;
    let session: Session | undefined;
    const reopen = (): void => void forgetHistory(id).then(() => setTurn(turn + 1));
    const open = async (): Promise<void> => {
      try {
        session = await openPipeline(editor, id, { signal, run });
        if (signal.aborted) {
          session.close();
          return;
        }
        setOpening({ session: { ...session, reopen }, problem: undefined });
        if (run !== undefined) forgetAfterAnother(run, signal);
      } catch (error) {
        if (signal.aborted) return;
        if (!(error instanceof ApiError)) throw error;
        setOpening({ session: undefined, problem: error });
      }
    };
    void open();
    return () => {
      leaving.abort();
      session?.close();
    };
  }, [id, turn]);
  const retry = useCallback(() => setTurn((before) => before + 1), []);
  return { ...opening, retry };
}

/** Once another run is shown the address names none any more, or a reload would bring the older one back. */
function forgetAfterAnother(run: string, signal: AbortSignal): void {
  const leave = editor.store.subscribe(({ run: { current } }) => {
    const address = new URL(location.href);
    if (address.searchParams.get('run') !== run) leave();
    else if (current !== null && current.id !== run) {
      address.searchParams.delete('run');
      history.replaceState(history.state, '', address);
    }
  });
  signal.addEventListener('abort', leave);
}

export const SessionContext = createContext<OpenSession | undefined>(undefined);

/** Running and saving, for everything on the editor's page. */
export function useSession(): OpenSession {
  const session = useContext(SessionContext);
  if (session === undefined) throw new Error('useSession stands outside an open pipeline.');
  return session;
}
