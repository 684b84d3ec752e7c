import { useEffect, useMemo } from 'react';
import { listPipelines, listRuns, type PipelineSummary, type RunSummary } from '../../api.ts';
import { useKeptFresh } from '../parts/useKeptFresh.ts';
import { useLoaded, type Loaded } from '../parts/useLoaded.ts';

export type Overview = {
  readonly pipelines: readonly PipelineSummary[];
  /** The newest run of each pipeline that has one among the last runs. */
  readonly lastRuns: ReadonlyMap<string, RunSummary>;
};

const LOOKED_AT = 500;
const ACTIVE_MS = 2000;

const load = async (signal: AbortSignal): Promise<Overview> => {
  const [pipelines, runs] = await Promise.all([
    listPipelines({}, signal),
    listRuns({ limit: LOOKED_AT }, signal),
  ]);
  const lastRuns = new Map<string, RunSummary>();
  for (const run of runs) {
    if (run.pipeline !== null && !lastRuns.has(run.pipeline)) lastRuns.set(run.pipeline, run);
  }
  return { pipelines, lastRuns };
};

export const isActive = ({ status }: RunSummary): boolean =>
  status === 'queued' || status === 'running';

/** Asks again every few moments while something runs. */
export function usePoll(isNeeded: boolean, reload: () => void): void {
  useEffect(() => {
    if (!isNeeded) return undefined;
    const timer = setInterval(reload, ACTIVE_MS);
    return () => clearInterval(timer);
  }, [isNeeded, reload]);
}

export function useOverview(): Loaded<Overview> {
  const loaded = useLoaded(load);
  const runs = loaded.value?.lastRuns;
  const isRunning = useMemo(() => [...(runs?.values() ?? [])].some(isActive), [runs]);
  usePoll(isRunning, loaded.reload);
  useKeptFresh(loaded.reload);
  return loaded;
}
