import type { ReactNode } from 'react';
import { durationText } from '#schemas/quantities.ts';
import { isOver } from '../store/runs.ts';
import { useLocale, useText } from '../i18n/useText.ts';
import { useDescribeError } from '../results/useDescribe.ts';
import type { RunSlice } from '../store/state.ts';
import { givenText } from './given.ts';
import { useEditor } from './useEditor.ts';
import { useShownGiven } from './useGiven.ts';

/**
 * Tells readers of screens that a run began, waits or ended, and why it failed. It stands there before anything is said,
 * or the first words would be missed; the seconds that go by are not said.
 */
export function RunVoice(): ReactNode {
  const say = useText();
  const locale = useLocale();
  const describe = useDescribeError();
  const run = useEditor((state) => state.run.current);
  const error = useEditor((state) => whyFailed(state.run));
  const values = givenText(useShownGiven(), { say });
  const given = values === '' ? '' : say('run.given', { values });
  const words = (): string => {
    if (run === null) return '';
    const status = say(`run.status.${run.status}`);
    if (!isOver(run.status) || run.startedAt === null || run.finishedAt === null) return status;
    const time = durationText(Date.parse(run.finishedAt) - Date.parse(run.startedAt), locale);
    const ended = [say('run.ended', { status, time }), given].filter(Boolean).join(', ');
    return error === undefined ? ended : `${ended}. ${describe(error).message}`;
  };
  return (
    <span className="visually-hidden" role="status">
      {words()}
    </span>
  );
}

/** Of the run itself, or of the first node that failed. Looked for only once it is over. */
function whyFailed({ current, steps }: RunSlice) {
  if (current?.status !== 'failed') return undefined;
  return current.error ?? [...steps.values()].find(({ status }) => status === 'failed')?.error;
}
