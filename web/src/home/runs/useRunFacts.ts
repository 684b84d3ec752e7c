import { useCallback } from 'react';
import type { PipelineNode } from '#schemas/types.ts';
import { ApiError, getRunDocument, getRunResult, type RunState } from '../../api.ts';
import { useLoaded } from '../parts/useLoaded.ts';
import { scoresOf, type Score } from './scores.ts';

/** What has ended does not change. */
const kept = new Map<string, Promise<RunFacts>>();

export type RunFacts = {
  /** Best first. */
  readonly scores: readonly Score[];
  /** The nodes that ran, by id. */
  readonly nodes: ReadonlyMap<string, PipelineNode>;
};

/** What a run that is over was made of, and how its models did; undefined until it is known. */
export function useRunFacts(run: string, status: RunState): RunFacts | undefined {
  const isOver = status === 'done';
  const load = useCallback(
    async (): Promise<RunFacts | undefined> => (isOver ? factsOnce(run) : undefined),
    [run, isOver],
  );
  return useLoaded(load).value;
}

function factsOnce(run: string): Promise<RunFacts> {
  const known = kept.get(run);
  if (known !== undefined) return known;
  const asking = loadFacts(run);
  kept.set(run, asking);
  asking.catch(() => kept.delete(run));
  return asking;
}

async function loadFacts(run: string): Promise<RunFacts> {
  try {
    const [document, result] = await Promise.all([getRunDocument(run), getRunResult(run)]);
    const nodes = new Map(document.nodes.map((node) => [node.id, node]));
    return { scores: scoresOf(document, result), nodes };
  } catch (error) {
    // A run that is gone, or not over after all, has no scores.
    if (error instanceof ApiError && !error.unreachable) return { scores: [], nodes: new Map() };
    throw error;
  }
}
