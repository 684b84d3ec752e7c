import { useCallback, type ReactNode } from 'react';
import { Link } from 'wouter';
import { listRuns, runReportUrl, type RunSummary } from '../../api.ts';
import { comparePath } from '../../compare/comparePath.ts';
import { useLocale, useText } from '../../i18n/useText.ts';
import { isOver } from '../../store/runs.ts';
import { useLoaded } from '../parts/useLoaded.ts';
import { earlierRun } from './earlierRun.ts';
import './RunLinks.css';

/** As far back as anybody looks for the run before. */
const LISTED = 50;

/** What can be done with a run that is over: kept as a file, compared with the one before. */
export function RunLinks({ run }: { readonly run: RunSummary }): ReactNode {
  const say = useText();
  const locale = useLocale();
  const { id, pipeline } = run;
  const isResting = isOver(run.status) || run.status === 'waiting';
  const load = useCallback(
    async (signal: AbortSignal) =>
      // Asked again at the end of each run, which then has one before it.
      isResting
        ? listRuns({ ...(pipeline === null ? {} : { pipeline }), limit: LISTED }, signal)
        : [],
    [pipeline, isResting],
  );
  const { value: runs = [] } = useLoaded(load);
  const earlier = earlierRun(run, runs);
  if (!isResting) return null;
  return (
    <p className="run-links">
      <a href={runReportUrl(id, locale)} download>
        {say('compare.report')}
      </a>
      {earlier !== undefined && (
        <Link href={comparePath(earlier.id, id)}>{say('compare.withEarlier')}</Link>
      )}
      {pipeline !== null && runs.length > 1 && (
        <Link href={`/runs?pipeline=${pipeline}`}>{say('compare.runs')}</Link>
      )}
    </p>
  );
}
