import { useEffect, useMemo, type ReactNode } from 'react';
import { HomeHeader } from '../home/HomeHeader.tsx';
import { Problem } from '../home/parts/Problem.tsx';
import { useTitle } from '../home/parts/useTitle.ts';
import { useText } from '../i18n/useText.ts';
import { loadCatalogue } from '../store/session.ts';
import { editor } from '../store/theEditor.ts';
import { PipelineChanges } from './PipelineChanges.tsx';
import { ResultChanges } from './ResultChanges.tsx';
import { RunHeads } from './RunHeads.tsx';
import { StepChanges } from './StepChanges.tsx';
import { compareRuns } from './pairs.ts';
import { useCompared } from './useCompared.ts';
import '../home/home.css';
import '../home/parts/link.css';
import './compare.css';

type Props = { readonly before: string; readonly after: string };

/** Two runs side by side: what came out, what was changed for it, and how each step fared. */
export function ComparePage({ before, after }: Props): ReactNode {
  const say = useText();
  useTitle(say('compare.title'));
  useEffect(() => {
    const leaving = new AbortController();
    // Names of nodes and fields come from it; without it their ids stand there.
    loadCatalogue(editor, leaving.signal).catch(() => {});
    return () => leaving.abort();
  }, []);
  const { value: runs, problem, reload } = useCompared(before, after);
  const comparison = useMemo(() => runs && compareRuns(...runs), [runs]);
  return (
    <div className="home">
      <HomeHeader section="runs" />
      <main className="home-main compare">
        <h1>{say('compare.title')}</h1>
        {problem !== undefined && <Problem problem={problem} onRetry={reload} />}
        {runs !== undefined && comparison !== undefined && (
          <>
            <RunHeads runs={runs} comparison={comparison} />
            <ResultChanges comparison={comparison} />
            <PipelineChanges runs={runs} comparison={comparison} />
            <StepChanges comparison={comparison} />
          </>
        )}
      </main>
    </div>
  );
}
