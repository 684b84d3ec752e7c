import type { PipelineSummary, RunSummary } from '../../api.ts';

type Kept = Pick<PipelineSummary, 'id' | 'updatedAt'>;
type LastRun = Pick<RunSummary, 'status' | 'createdAt' | 'finishedAt'>;

/** When something was last done with a pipeline: edited it, or ran it. */
export function lastTouched({ updatedAt }: Kept, run: LastRun | undefined): string {
  const ran = run?.finishedAt ?? run?.createdAt ?? updatedAt;
  return Date.parse(ran) > Date.parse(updatedAt) ? ran : updatedAt;
}

/** What somebody goes on with: what waits for an answer, then what was touched last. */
export function recentOf<T extends Kept>({
  pipelines,
  lastRuns,
}: {
  readonly pipelines: readonly T[];
  readonly lastRuns: ReadonlyMap<string, LastRun>;
}): readonly T[] {
  const ranked = pipelines.map((pipeline) => {
    const run = lastRuns.get(pipeline.id);
    const waits = run?.status === 'waiting' ? 1 : 0;
    return { pipeline, waits, at: Date.parse(lastTouched(pipeline, run)) };
  });
  return ranked
    .toSorted((a, b) => b.waits - a.waits || b.at - a.at)
    .map(({ pipeline }) => pipeline);
}
