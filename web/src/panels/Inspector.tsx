import { Suspense, type ReactNode } from 'react';
import { Coming } from '../app/Coming.tsx';
import { lazily } from '../app/lazily.ts';
import { useShownGiven } from '../app/useGiven.ts';
import { RunOutcome, ShownRunLinks, useRunOutcome } from '../home/runs/RunOutcome.tsx';
import { useText } from '../i18n/useText.ts';
import { Problems } from './Problems.tsx';
import type { Target } from './target.ts';
import { useTarget } from './useTarget.ts';
import { useTrouble } from './useTrouble.ts';
import './InspectorHead.css';
import './panels.css';

// What is opened by a click can come with the click: nothing is selected when a pipeline opens.
const Inspected = lazily(async () => ({ default: (await import('./Inspected.tsx')).Inspected }));

/**
 * What is known of the selected node or wire; while nothing is selected, what is wrong with the pipeline, or
 * what its run came to.
 */
export function Inspector(): ReactNode {
  const target = useTarget();
  if (target === undefined) return <Nothing />;
  return (
    <Suspense fallback={<Coming />}>
      <Inspected key={keyOf(target)} target={target} />
    </Suspense>
  );
}

const keyOf = ({ kind, node, outputs }: Target): string =>
  `${kind} ${node.id} ${kind === 'wire' ? outputs[0]?.name : ''}`;

function Nothing(): ReactNode {
  const say = useText();
  const count = useTrouble().length;
  const scores = useRunOutcome();
  const outcome = count === 0 ? scores : undefined;
  const heading = outcome === undefined ? 'panels.results' : 'home.comparison';
  return (
    <div className="inspector">
      <header className="inspector-head">
        <h2 className="inspector-title">
          {say(count > 0 ? 'panels.problems' : heading)}{' '}
          {count > 0 && <span className="problem-count numbers">{count}</span>}
        </h2>
        <Given />
        <ShownRunLinks />
      </header>
      <div className="inspector-body">
        {outcome === undefined ? <Problems /> : <RunOutcome scores={outcome} />}
      </div>
    </div>
  );
}

/** All that the run on the canvas was given: the bar above has room for some of it. */
function Given(): ReactNode {
  const say = useText();
  const given = useShownGiven();
  if (given.length === 0) return null;
  const values = given.map((each) => say('run.given.value', { ...each })).join(', ');
  return <p className="inspector-given quiet">{say('run.given.shown', { values })}</p>;
}
