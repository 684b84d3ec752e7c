import { useEffect, useState, type ReactNode } from 'react';
import { describe } from '#schemas/errors.ts';
import { isOver } from '../store/runs.ts';
import { useLocale, useText } from '../i18n/useText.ts';
import { useEditor } from './useEditor.ts';

/** How the run stands: how many steps are through, how long it has taken. */
export function RunState(): ReactNode {
  const say = useText();
  const locale = useLocale();
  const run = useEditor((state) => state.run.current);
  const startError = useEditor((state) => state.run.startError);
  const through = useEditor((state) => countThrough(state.run.steps));
  const total = useEditor((state) => state.run.steps.size);
  const seconds = useSeconds(run?.startedAt ?? null, run?.finishedAt ?? null);
  if (startError !== undefined) {
    return (
      <span className="run-state" data-status="failed" role="alert" title={startError.remedy}>
        {startError.message}
      </span>
    );
  }
  if (run === null) return null;
  const detail = isOver(run.status) ? '' : total > 0 ? ` ${through}/${total}` : '';
  const title = run.error === undefined ? undefined : describe(run.error, locale).message;
  return (
    <span className="run-state numbers" data-status={run.status} role="status" title={title}>
      {say(`run.status.${run.status}`)}
      {detail}
      {seconds !== undefined && run.status !== 'waiting' && (
        <span className="quiet"> {say('run.seconds', { seconds })}</span>
      )}
    </span>
  );
}

function countThrough(steps: ReadonlyMap<string, { readonly status: string }>): number {
  let count = 0;
  for (const { status } of steps.values()) {
    if (status !== 'queued' && status !== 'running') count += 1;
  }
  return count;
}

/** Counts up while it goes on. */
function useSeconds(from: string | null, to: string | null): number | undefined {
  const [now, setNow] = useState(() => Date.now());
  const isGoing = from !== null && to === null;
  useEffect(() => {
    if (!isGoing) return undefined;
    const timer = setInterval(() => setNow(Date.now()), 500);
    return () => clearInterval(timer);
  }, [isGoing]);
  if (from === null) return undefined;
  const end = to === null ? now : Date.parse(to);
  return Math.max(0, Math.round((end - Date.parse(from)) / 100) / 10);
}
