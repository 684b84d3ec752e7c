import { useCallback, type ReactNode } from 'react';
import { Link } from 'wouter';
import { getPipeline, type PipelineSummary, type RunSummary } from '../../api.ts';
import { useText } from '../../i18n/useText.ts';
import { GraphPicture } from '../parts/GraphPicture.tsx';
import { StatusMark } from '../parts/StatusMark.tsx';
import { useFormat } from '../parts/useFormat.ts';
import { useLoaded } from '../parts/useLoaded.ts';
import { lastTouched } from './recent.ts';
import './RecentCard.css';

type Props = { readonly pipeline: PipelineSummary; readonly run: RunSummary | undefined };

/** A pipeline to go on with: its graph, its name, how its last run ended. */
export function RecentCard({ pipeline, run }: Props): ReactNode {
  const say = useText();
  const format = useFormat();
  const { id, name, revision } = pipeline;
  const load = useCallback(
    async (signal: AbortSignal) => ({ ...(await getPipeline(id, signal)), revision }),
    [id, revision],
  );
  const { value } = useLoaded(load);
  const isEmpty = value?.document.nodes.length === 0;
  return (
    <Link href={`/pipelines/${id}`} className="recent-card">
      <div className="recent-picture">
        {isEmpty ? (
          <p>{say('home.pipeline.empty')}</p>
        ) : (
          <GraphPicture document={value?.document} width={260} height={92} />
        )}
      </div>
      <strong title={name}>{name}</strong>
      <span className="recent-state">
        {run === undefined ? (
          <span className="quiet">{say('home.pipeline.neverRun')}</span>
        ) : (
          <StatusMark status={run.status} />
        )}
        <span className="quiet">{format.ago(lastTouched(pipeline, run))}</span>
      </span>
    </Link>
  );
}
