import { Tooltip } from '@mantine/core';
import type { ReactNode } from 'react';
import { describeReason } from '#schemas/reasons.ts';
import { Icon, type IconName } from '../app/Icon.tsx';
import { useEditor } from '../app/useEditor.ts';
import { useLocale, useText, type Say } from '../i18n/useText.ts';
import type { StepState } from '../store/state.ts';
import { share, type CardState } from './nodeState.ts';

const icons: Readonly<Record<CardState, IconName>> = {
  unconfigured: 'warning',
  ready: 'circle',
  queued: 'clock',
  running: 'ring',
  done: 'check',
  cached: 'history',
  stale: 'history',
  failed: 'cross',
  skipped: 'skip',
  cancelled: 'stop',
  waiting: 'person',
};

type Props = {
  readonly id: string;
  readonly state: CardState;
  readonly step: StepState | undefined;
};

/** The state as icon and colour; its words on hover and for readers of screens. */
export function StateMark({ id, state, step }: Props): ReactNode {
  const say = useText();
  const locale = useLocale();
  const problem = useEditor(({ analysis }) => analysis.problemsByNode.get(id)?.[0]?.detail);
  const words = stateWords(state, step, say);
  const more =
    state === 'unconfigured'
      ? problem
      : step?.reason === undefined
        ? undefined
        : describeReason(step.reason, locale);
  return (
    <Tooltip label={more === undefined ? words : `${words}. ${more}`} multiline maw={320}>
      <span className="state-mark" data-state={state}>
        <Icon
          name={icons[state]}
          size={14}
          {...(state === 'running' ? { className: 'spin' } : {})}
        />
        <span className="visually-hidden">{words}</span>
      </span>
    </Tooltip>
  );
}

function stateWords(state: CardState, step: StepState | undefined, say: Say): string {
  const done = step === undefined ? undefined : share(step);
  if (state === 'running' && done !== undefined) return say('state.runningShare', { share: done });
  const hasRows = (state === 'done' || state === 'cached') && step?.rows !== undefined;
  if (hasRows) return say(`state.${state}Rows`, { rows: step.rows });
  return say(`state.${state}`);
}
