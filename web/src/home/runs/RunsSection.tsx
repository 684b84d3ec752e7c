import { useMemo, type ReactNode } from 'react';
import { Link, useSearchParams } from 'wouter';
import { listRuns, type RunSummary } from '../../api.ts';
import { useText } from '../../i18n/useText.ts';
import { Empty } from '../parts/Empty.tsx';
import { RunsPicture } from '../parts/pictures.tsx';
import { Problem } from '../parts/Problem.tsx';
import { StatusMark } from '../parts/StatusMark.tsx';
import { useFormat } from '../parts/useFormat.ts';
import { useLoaded } from '../parts/useLoaded.ts';
import { useTitle } from '../parts/useTitle.ts';
import { isActive, usePoll } from '../pipelines/usePipelines.ts';
import { RunDrawer } from './RunDrawer.tsx';
import { ScoreText } from './ScoreText.tsx';
import { useRunFacts } from './useRunFacts.ts';

const LISTED = 200;
const load = (signal: AbortSignal) => listRuns({ limit: LISTED }, signal);

/** What ran, how it ended, how long it took, and who or what started it. */
export function RunsSection(): ReactNode {
  const say = useText();
  useTitle(say('home.section.runs'));
  const { value, problem, reload } = useLoaded(load);
  const isRunning = useMemo(() => value?.some(isActive) ?? false, [value]);
  usePoll(isRunning, reload);
  const [query, setQuery] = useSearchParams();
  const open = query.get('open');
  const setOpen = (id: string | undefined): void => setQuery(id === undefined ? {} : { open: id });
  const opened = value?.find(({ id }) => id === open);
  return (
    <>
      <h1>{say('home.section.runs')}</h1>
      {problem !== undefined && <Problem problem={problem} onRetry={reload} />}
      {value?.length === 0 && (
        <Empty
          picture={<RunsPicture />}
          sentence={say('home.runs.empty')}
          action={<Link href="/start">{say('home.start.file')}</Link>}
        />
      )}
      {value !== undefined && value.length > 0 && (
        <table className="home-table">
          <thead>
            <tr>
              <th>{say('home.name')}</th>
              <th>{say('home.status')}</th>
              <th>{say('home.best')}</th>
              <th className="number">{say('home.duration')}</th>
              <th>{say('home.startedBy')}</th>
              <th>{say('home.when')}</th>
            </tr>
          </thead>
          <tbody>
            {value.map((run) => (
              <Row key={run.id} run={run} onOpen={() => setOpen(run.id)} />
            ))}
          </tbody>
        </table>
      )}
      {opened !== undefined && <RunDrawer run={opened} onClose={() => setOpen(undefined)} />}
    </>
  );
}

type RowProps = { readonly run: RunSummary; readonly onOpen: () => void };

function Row({ run, onOpen }: RowProps): ReactNode {
  const say = useText();
  const format = useFormat();
  const facts = useRunFacts(run.id, run.status);
  const { startedAt, finishedAt, trigger } = run;
  return (
    <tr>
      <td className="main-cell">
        <button type="button" className="home-link" onClick={onOpen}>
          {run.name}
        </button>
      </td>
      <td className="narrow">
        <StatusMark status={run.status} />
      </td>
      <td className="narrow">
        <ScoreText score={facts?.scores[0]} />
      </td>
      <td className="narrow number">
        {startedAt === null || finishedAt === null
          ? '—'
          : format.duration(Date.parse(finishedAt) - Date.parse(startedAt))}
      </td>
      <td className="narrow">{say('home.trigger', { trigger })}</td>
      <td className="narrow quiet" title={format.time(run.createdAt)}>
        {format.ago(run.createdAt)}
      </td>
    </tr>
  );
}
