import type { RunSummary } from '../../apiTypes.ts';

/** The last run of the same pipeline that was started before; of a document that was never saved, of the same name. */
export function earlierRun(
  run: Pick<RunSummary, 'id' | 'pipeline' | 'name' | 'createdAt'>,
  runs: readonly RunSummary[],
): RunSummary | undefined {
  const earlier = runs.filter(
    ({ id, pipeline, name, createdAt }) =>
      id !== run.id &&
      pipeline === run.pipeline &&
      (pipeline !== null || name === run.name) &&
      createdAt <= run.createdAt,
  );
  return earlier.toSorted((a, b) => b.createdAt.localeCompare(a.createdAt))[0];
}
