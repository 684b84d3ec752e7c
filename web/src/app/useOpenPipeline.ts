import { createContext, useContext, useEffect, useState } from 'react';
import { ApiError } from '../api.ts';
import { openPipeline, type Session } from '../store/session.ts';
import { editor } from '../store/theEditor.ts';

export type Opening = {
  readonly session: Session | undefined;
  /** What keeps it from opening. */
  readonly problem: ApiError | undefined;
};

/** Opens a pipeline while its page is shown, with the run that the address names or its last one. */
export function useOpenPipeline(id: string): Opening {
  const [opening, setOpening] = useState<Opening>({ session: undefined, problem: undefined });
  useEffect(() => {
    const leaving = new AbortController();
    const { signal } = leaving;
    const run = new URLSearchParams(location.search).get('run') ?? undefined;
    let session: Session | undefined;
    const open = async (): Promise<void> => {
      try {
        session = await openPipeline(editor, id, { signal, run });
        if (signal.aborted) session.close();
        else setOpening({ session, problem: undefined });
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
  }, [id]);
  return opening;
}

export const SessionContext = createContext<Session | undefined>(undefined);

/** Running and saving, for everything on the editor's page. */
export function useSession(): Session {
  const session = useContext(SessionContext);
  if (session === undefined) throw new Error('useSession stands outside an open pipeline.');
  return session;
}
