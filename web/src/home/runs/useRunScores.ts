import { useCallback } from 'react';
import { ApiError, getRunDocument, getRunResult, type RunState } from '../../api.ts';
import { useLoaded } from '../parts/useLoaded.ts';
import { scoresOf, type Score } from './scores.ts';

/** What has ended does not change. */
const kept = new Map<string, Promise<readonly Score[]>>();

/** How the models of a run did, best first; undefined until it is known. */
export function useRunScores(run: string, status: RunState): readonly Score[] | undefined {
  const isOver = status === 'done';
  const load = useCallback(
    async (): Promise<readonly Score[] | undefined> => (isOver ? scoresOnce(run) : undefined),
    [run, isOver],
  );
  return useLoaded(load).value;
}

function scoresOnce(run: string): Promise<readonly Score[]> {
  const known = kept.get(run);
  if (known !== undefined) return known;
  const asking = loadScores(run);
  kept.set(run, asking);
  asking.catch(() => kept.delete(run));
  return asking;
}

async function loadScores(run: string): Promise<readonly Score[]> {
  try {
    const [document, result] = await Promise.all([getRunDocument(run), getRunResult(run)]);
    return scoresOf(document, result);
  } catch (error) {
    // A run that is gone, or not over after all, has no scores.
    if (error instanceof ApiError && !error.unreachable) return [];
    throw error;
  }
}
