import type { ReactNode } from 'react';
import { useGlimpse, useIsFresh, type Glimpse } from '../panels/data/glimpses.ts';
import type { StepState } from '../store/state.ts';
import { MiniChart } from './MiniChart.tsx';
import { MiniScore, scoreIn } from './MiniScore.tsx';
import type { CardState } from './nodeState.ts';
import { Sparkline } from './Sparkline.tsx';

type Props = {
  readonly node: string;
  readonly state: CardState;
  readonly step: StepState | undefined;
};

/** How a model learns, how well one did, or what was drawn: by the run, or before it for whoever looked. */
export function CardPicture({ node, state, step }: Props): ReactNode {
  const glimpse = useGlimpse(node);
  if (step !== undefined && step.curve.length > 1) return <Sparkline curve={step.curve} />;
  const score = scoreIn(step?.outputs);
  if (score !== undefined) return <MiniScore score={score} />;
  const isRun = state === 'done' || state === 'cached';
  return glimpse === undefined || isRun ? (
    <MiniChart outputs={step?.outputs} />
  ) : (
    <Glimpsed node={node} glimpse={glimpse} ran={step?.outputs} />
  );
}

type GlimpsedProps = {
  readonly node: string;
  readonly glimpse: Glimpse;
  readonly ran: StepState['outputs'];
};

/** What was drawn before a run counts while it is of the graph as it stands; afterwards what a run gave is as good. */
function Glimpsed({ node, glimpse, ran }: GlimpsedProps): ReactNode {
  const isFresh = useIsFresh(node, glimpse);
  return (
    <span className="card-glimpse" data-fresh={isFresh}>
      <MiniChart outputs={isFresh ? glimpse.outputs : (ran ?? glimpse.outputs)} />
    </span>
  );
}
