import { Button, Group } from '@mantine/core';
import { useCallback, useMemo, type ReactNode } from 'react';
import { Link, useLocation } from 'wouter';
import { cancelRun, createPipeline, getRunDocument, type RunSummary } from '../../api.ts';
import { useText } from '../../i18n/useText.ts';
import { useDescribeError } from '../../results/useDescribe.ts';
import { SideDrawer } from '../parts/Overlay.tsx';
import { GraphPicture } from '../parts/GraphPicture.tsx';
import { useNotices } from '../parts/Notices.tsx';
import { StatusMark } from '../parts/StatusMark.tsx';
import { useFormat } from '../parts/useFormat.ts';
import { useLoaded } from '../parts/useLoaded.ts';
import { isActive } from '../pipelines/usePipelines.ts';
import { Comparison } from './Comparison.tsx';
import { DeleteRun } from './DeleteRun.tsx';
import { RunAsks } from './RunAsks.tsx';
import { RunGiven } from './RunGiven.tsx';
import { RunLinks } from './RunLinks.tsx';
import { useRunFacts } from './useRunFacts.ts';
import './RunDrawer.css';

type Props = {
  readonly run: RunSummary;
  readonly onClose: () => void;
  /** It was answered, or told to end. */
  readonly onChange: () => void;
  readonly onDeleted: () => void;
};

/** A run: how it ended, what kept it from ending well, and how its models compare. */
export function RunDrawer({ run, onClose, onChange, onDeleted }: Props): ReactNode {
  const say = useText();
  const format = useFormat();
  const [, navigate] = useLocation();
  const { attempt } = useNotices();
  const scores = useRunFacts(run.id, run.status)?.scores;
  const load = useCallback((signal: AbortSignal) => getRunDocument(run.id, signal), [run.id]);
  const { value: document } = useLoaded(load);
  const ran = useMemo(
    () => new Map((document?.nodes ?? []).map((node) => [node.id, node])),
    [document],
  );
  const describe = useDescribeError(ran);
  const keep = (): Promise<boolean> =>
    attempt(async () => {
      const { id } = await createPipeline(document);
      navigate(`/pipelines/${id}`);
    });
  const cancel = async (): Promise<void> => {
    if (await attempt(() => cancelRun(run.id))) onChange();
  };
  const isWaiting = run.status === 'waiting';
  const problem = run.error === undefined ? undefined : describe(run.error);
  return (
    <SideDrawer size={620} title={run.name} onClose={onClose}>
      <div className="run-drawer">
        <Group>
          <StatusMark status={run.status} />
          <span className="quiet">{format.time(run.createdAt)}</span>
          {run.startedAt !== null && run.finishedAt !== null && (
            <span className="quiet numbers">
              {format.duration(Date.parse(run.finishedAt) - Date.parse(run.startedAt))}
            </span>
          )}
          <span className="quiet">{say('home.trigger', { trigger: run.trigger })}</span>
        </Group>
        <RunGiven run={run} isWhole />
        <div className="run-picture">
          <GraphPicture document={document} width={560} height={140} />
        </div>
        {problem !== undefined && (
          <div role="alert" className="run-problem">
            <p>
              <strong>{problem.message}</strong>
            </p>
            <p>{problem.remedy}</p>
          </div>
        )}
        {isWaiting && <RunAsks run={run} onAnswered={onChange} />}
        {scores !== undefined && scores.length > 0 && <Comparison scores={scores} />}
        <RunLinks run={run} />
        <Group>
          {run.pipeline === null ? (
            <Button disabled={document === undefined} onClick={() => void keep()}>
              {say('home.run.keep')}
            </Button>
          ) : (
            <Button component={Link} href={`/pipelines/${run.pipeline}?run=${run.id}`}>
              {say('home.run.open')}
            </Button>
          )}
          {isActive(run) || isWaiting ? (
            <Button variant="default" onClick={() => void cancel()}>
              {say('home.run.cancel')}
            </Button>
          ) : (
            <DeleteRun run={run} onDeleted={onDeleted} />
          )}
        </Group>
      </div>
    </SideDrawer>
  );
}
