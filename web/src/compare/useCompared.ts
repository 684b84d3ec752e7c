import { useCallback } from 'react';
import type { RunResult } from '#schemas/types.ts';
import { ApiError, getRun, getRunDocument, getRunResult } from '../api.ts';
import { useLoaded, type Loaded } from '../home/parts/useLoaded.ts';
import { comparedRun, type ComparedRun } from './pairs.ts';

/** Both runs with what ran and what came out. */
export function useCompared(
  before: string,
  after: string,
): Loaded<readonly [ComparedRun, ComparedRun]> {
  const load = useCallback(
    (signal: AbortSignal) => Promise.all([loadRun(before, signal), loadRun(after, signal)]),
    [before, after],
  );
  return useLoaded(load);
}

async function loadRun(id: string, signal: AbortSignal): Promise<ComparedRun> {
  const [run, document, result] = await Promise.all([
    getRun(id, signal),
    getRunDocument(id, signal),
    resultSoFar(id, signal),
  ]);
  return comparedRun(run, document, result);
}

/** A run that goes on has none yet; what ran can be compared all the same. */
async function resultSoFar(id: string, signal: AbortSignal): Promise<RunResult | undefined> {
  try {
    return await getRunResult(id, signal);
  } catch (error) {
    if (error instanceof ApiError && error.code === 'run-not-finished') return undefined;
    throw error;
  }
}
