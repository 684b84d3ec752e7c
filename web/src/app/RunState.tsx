import type { ReactNode } from 'react';
import { durationText } from '#schemas/quantities.ts';
import { isOver } from '../store/runs.ts';
import type { RunSlice } from '../store/state.ts';
import { longestLeft } from '../store/timeLeft.ts';
import { useLocale, useText } from '../i18n/useText.ts';
import { useDescribeError } from '../results/useDescribe.ts';
import { givenText } from './given.ts';
import { leftText } from './leftText.ts';
import { useEditor } from './useEditor.ts';
import { useShownGiven } from './useGiven.ts';
import { useNow } from './useNow.ts';

/** How the run stands: how many steps are through, how long it has taken. */
export function RunState(): ReactNode {
  const say = useText();
  const locale = useLocale();
  const describe = useDescribeError();
  const run = useEditor((state) => state.run.current);
  const startError = useEditor((state) => state.run.startError);
  const through = useEditor((state) => state.run.ended.size);
  const total = useEditor((state) => state.run.size - state.run.unasked.size);
  const [from, to] = [run?.startedAt ?? null, run?.finishedAt ?? null];
  const now = useNow(from !== null && to === null);
  const lasted = lastedOf(from, to, now);
  const left = useEditor((state) => roundedLeft(state.run, now));
  const given = useShownGiven();
  const values = givenText(given, { say });
  // Whether it still goes on nobody can tell, so no clock runs on.
  const isLost = useEditor((state) => state.run.lost);
  if (startError !== undefined) {
    return (
      <span className="run-state" data-status="failed" role="alert" title={startError.remedy}>
        {startError.message}
      </span>
    );
  }
  if (run === null) return null;
  const isResting = isOver(run.status) || run.status === 'waiting';
  const detail = isResting ? '' : total > 0 ? ` ${through}/${total}` : '';
  if (isLost && !isResting) {
    return (
      <span className="run-state" data-status="queued">
        {say('run.lost')}
      </span>
    );
  }
  const told = run.error === undefined ? [] : [describe(run.error).message];
  const all = given.map((each) => say('run.given.value', { ...each }));
  const title = [...told, ...all].join('\n') || undefined;
  return (
    <span className="run-state numbers" data-status={run.status} title={title}>
      {say(`run.status.${run.status}`)}
      {detail}
      {lasted !== undefined && run.status !== 'waiting' && (
        <span className="quiet"> {durationText(lasted, locale)}</span>
      )}
      {left !== undefined && <span className="quiet"> · {leftText(left, say)}</span>}
      {values !== '' && <span className="quiet"> · {say('run.given', { values })}</span>}
    </span>
  );
}

/** Whole seconds, so that the bar is drawn again only when it says something else. */
function roundedLeft({ current, steps }: RunSlice, now: number): number | undefined {
  if (current?.status !== 'running') return undefined;
  const left = longestLeft(steps, now);
  return left === undefined ? undefined : Math.ceil(left / 1000) * 1000;
}

/** In milliseconds, as the list of runs has it; tenths of a second while it goes on. */
function lastedOf(from: string | null, to: string | null, now: number): number | undefined {
  if (from === null) return undefined;
  if (to !== null) return Date.parse(to) - Date.parse(from);
  return Math.max(0, Math.round((now - Date.parse(from)) / 100) * 100);
}
