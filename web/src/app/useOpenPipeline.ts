import { useEffect, useState } from 'react';
import { ApiError } from '../api.ts';
import { openPipeline } from '../store/session.ts';
import { editor } from '../store/theEditor.ts';

/** Opens a pipeline while its page is shown; what keeps it from opening. */
export function useOpenPipeline(id: string): ApiError | undefined {
  const [problem, setProblem] = useState<ApiError>();
  useEffect(() => {
    const leaving = new AbortController();
    openPipeline(editor, id, leaving.signal).catch((error: unknown) => {
      if (leaving.signal.aborted) return;
      if (error instanceof ApiError) setProblem(error);
      else throw error;
    });
    return () => leaving.abort();
  }, [id]);
  return problem;
}
