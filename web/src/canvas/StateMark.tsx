import { Tooltip } from '@mantine/core';
import { useRef, useState, type ReactNode } from 'react';
import { Icon, type IconName } from '../app/Icon.tsx';
import { runIcons } from '../app/icons.ts';
import { useEditor } from '../app/useEditor.ts';
import { useText, type Say } from '../i18n/useText.ts';
import { givenTo } from '../store/stale.ts';
import type { StepState } from '../store/state.ts';
import { share, type CardState } from './nodeState.ts';
import { StateHint } from './StateHint.tsx';
import { cardStateId } from './toFlow.ts';

const icons: Readonly<Record<Exclude<CardState, 'ready'>, IconName>> = {
  ...runIcons,
  unconfigured: 'warning',
  cached: 'history',
  stale: 'again',
  skipped: 'skip',
};

type Props = {
  readonly id: string;
  readonly state: CardState;
  readonly step: StepState | undefined;
};

/**
 * The state as icon and colour; its words on hover and for readers of screens. Hundreds stand on a canvas, so the
 * tooltip is made when it is wanted, and the mark of most of them, which are ready, is drawn by the style alone.
 */
export function StateMark({ id, state, step }: Props): ReactNode {
  const mark = useRef<HTMLSpanElement>(null);
  const [isOver, setOver] = useState(false);
  const say = useText();
  const isGiven = useEditor(
    ({ run }) => state === 'stale' && Object.keys(givenTo(run.ran, id)).length > 0,
  );
  const words = isGiven ? say('state.staleGiven') : stateWords(state, step, say);
  return (
    <span
      ref={mark}
      id={cardStateId(id)}
      className="state-mark"
      data-state={state}
      role="img"
      aria-label={words}
      onPointerEnter={() => setOver(true)}
      onPointerLeave={() => setOver(false)}
    >
      {state !== 'ready' && (
        <Icon
          name={icons[state]}
          size={14}
          {...(state === 'running' ? { className: 'spin' } : {})}
        />
      )}
      {isOver && (
        <Tooltip
          opened
          target={mark}
          label={<StateHint id={id} state={state} step={step} words={words} />}
          multiline
          maw={320}
        />
      )}
    </span>
  );
}

function stateWords(state: CardState, step: StepState | undefined, say: Say): string {
  const done = step === undefined ? undefined : share(step);
  if (state === 'running' && done !== undefined) return say('state.runningShare', { share: done });
  const hasRows = (state === 'done' || state === 'cached') && step?.rows !== undefined;
  if (hasRows) return say(`state.${state}Rows`, { rows: step.rows });
  return say(`state.${state}`);
}
