import type { ReactNode } from 'react';
import { useEditor } from '../app/useEditor.ts';
import { useForecast, useReason } from '../app/useReason.ts';
import { useGivenTo } from '../app/useGiven.ts';
import { useText } from '../i18n/useText.ts';
import type { StepState } from '../store/state.ts';
import type { CardState } from './nodeState.ts';

type Props = {
  readonly id: string;
  readonly state: CardState;
  readonly step: StepState | undefined;
  /** The state in a word or two. */
  readonly words: string;
};

/** How a node stands and why, and what the next run would do with it. Drawn only while somebody points at it. */
export function StateHint({ id, state, step, words }: Props): ReactNode {
  const say = useText();
  const why = useReason(id);
  const values = useGivenTo(id);
  const problem = useEditor(({ analysis }) => analysis.problemsByNode.get(id)?.[0]?.detail);
  const told = useForecast(id);
  // What is shown is not what was computed for the graph as it stands.
  const next = state === 'stale' && told === say('forecast.cached') ? say('forecast.known') : told;
  // Of an older graph, the reason is that of a result that no longer counts.
  const isOld = state === 'stale' || step?.reason === undefined;
  const past = isOld || step?.reason === undefined ? undefined : why(step.reason);
  const more = state === 'unconfigured' ? problem : past;
  const whole = more === undefined ? words : `${words}. ${more}`;
  const given = state === 'stale' && values !== '' ? say('run.given.ran', { values }) : whole;
  return (
    <>
      <span>{given}</span>
      {next !== undefined && next !== past && <span className="state-next">{next}</span>}
    </>
  );
}
