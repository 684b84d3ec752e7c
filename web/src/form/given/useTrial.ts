import { useEffect, useState } from 'react';
import { ApiError, previewSchemas, type GraphSchemas } from '../../api.ts';
import { useEditor } from '../../app/useEditor.ts';
import { pipelineOf } from '../../store/document.ts';
import { editor } from '../../store/theEditor.ts';
import type { Params } from '../model/types.ts';

/** Milliseconds without a further edit, as the canvas waits before it asks. */
const QUIET = 250;

export type Trial = GraphSchemas & {
  /** It is of the values as they are, or nobody can say: then the server judges when it runs. */
  readonly isFresh: boolean;
};

/** What would be wrong with the pipeline, and which columns it would have, with these values in it. */
export function useTrial(given: Params): Trial {
  const document = useEditor((state) => state.document);
  const own = useEditor((state) => state.analysis);
  const key = JSON.stringify(given);
  const isOwn = key === '{}';
  const [told, setTold] = useState<GraphSchemas & { readonly key: string }>();
  useEffect(() => {
    if (isOwn) return undefined;
    const leaving = new AbortController();
    const ask = async (): Promise<void> => {
      const params = { ...editor.get().run.params, ...(JSON.parse(key) as Params) };
      try {
        const json = { document: pipelineOf(document), params };
        setTold({ ...(await previewSchemas(json, leaving.signal)), key });
      } catch (error) {
        if (leaving.signal.aborted) return;
        if (!(error instanceof ApiError)) throw error;
        setTold((before) => ({ outputs: {}, ...before, problems: [], key }));
      }
    };
    const timer = setTimeout(() => void ask(), QUIET);
    return () => {
      clearTimeout(timer);
      leaving.abort();
    };
  }, [document, key, isOwn]);
  const { schemas: outputs, problems, status } = own;
  if (isOwn) return { outputs, problems, isFresh: status !== 'checking' };
  const isFresh = told?.key === key;
  // The columns stay until others are known; what was wrong may have just been mended.
  return { outputs: told?.outputs ?? outputs, problems: isFresh ? told.problems : [], isFresh };
}
