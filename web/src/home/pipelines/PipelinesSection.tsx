import type { ReactNode } from 'react';
import { useText } from '../../i18n/useText.ts';
import { Problem } from '../parts/Problem.tsx';
import { useTitle } from '../parts/useTitle.ts';
import { StartBlock } from '../start/StartBlock.tsx';
import { PipelineTable } from './PipelineTable.tsx';
import { recentOf } from './recent.ts';
import { RecentCard } from './RecentCard.tsx';
import { useOverview } from './usePipelines.ts';

const RECENT = 4;

/** What I was doing; what can be started; all pipelines. */
export function PipelinesSection({ onFile }: { readonly onFile: (file: File) => void }): ReactNode {
  const say = useText();
  useTitle();
  const { value, problem, reload } = useOverview();
  const recent = value === undefined ? [] : recentOf(value).slice(0, RECENT);
  if (value === undefined) {
    return problem === undefined ? null : <Problem problem={problem} onRetry={reload} />;
  }
  return (
    <>
      <h1 className="visually-hidden">{say('home.section.pipelines')}</h1>
      {recent.length > 0 && (
        <section className="home-block">
          <h2>{say('home.recent')}</h2>
          <ul className="recent-cards">
            {recent.map((pipeline) => (
              <li key={pipeline.id}>
                <RecentCard pipeline={pipeline} run={value.lastRuns.get(pipeline.id)} />
              </li>
            ))}
          </ul>
        </section>
      )}
      <StartBlock onFile={onFile} isFirst={recent.length === 0} />
      {recent.length > 0 && <PipelineTable overview={value} onChange={reload} />}
    </>
  );
}
