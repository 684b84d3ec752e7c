import type { ReactNode } from 'react';
import { setPanels } from '../../app/setPanels.ts';
import { useEditor } from '../../app/useEditor.ts';
import { StaleNote } from '../../panels/StaleNote.tsx';
import { editor } from '../../store/theEditor.ts';
import { Comparison } from './Comparison.tsx';
import { RunLinks } from './RunLinks.tsx';
import type { Score } from './scores.ts';
import { useRunFacts } from './useRunFacts.ts';
import './RunOutcome.css';

/** How the models of the run on the canvas did; undefined while it runs, and where it trained none that is judged. */
export function useRunOutcome(): readonly Score[] | undefined {
  const run = useEditor((state) => state.run.current);
  const scores = useRunFacts(run?.id ?? '', run?.status === 'done' ? 'done' : 'queued')?.scores;
  return scores === undefined || scores.length === 0 ? undefined : scores;
}

/** What the run on the canvas came to; a name leads to the node that says more. */
export function RunOutcome({ scores }: { readonly scores: readonly Score[] }): ReactNode {
  const stale = useEditor(({ run }) => scores.find(({ report }) => run.stale.has(report))?.report);
  return (
    <div className="run-outcome">
      {stale !== undefined && <StaleNote of="outcome" node={stale} />}
      <Comparison
        scores={scores}
        onShow={(step) => editor.select([step])}
        onUse={(step) => {
          setPanels({ inspectorTab: 'model' });
          editor.select([step]);
        }}
      />
    </div>
  );
}

/** What can be done with the run on the canvas, be there models in it or not. */
export function ShownRunLinks(): ReactNode {
  const run = useEditor((state) => state.run.current);
  return run !== null && <RunLinks run={run} />;
}
