/** When the end of a run is worth telling somebody who looks elsewhere. */
import type { RunSlice } from './state.ts';

/** Milliseconds of a run whose end nobody asked to be told of. */
export const LONG_MS = 20_000;
/** Longer than that it is offered, and whoever wants to be told of ends is. */
export const OFFER_MS = 5000;

export type EndNotice = {
  readonly run: string;
  readonly pipeline: string | null;
  readonly status: 'done' | 'failed' | 'waiting';
  readonly seconds: number;
};

type Shown = Pick<RunSlice, 'current'>;
type Current = NonNullable<Shown['current']>;

/**
 * Tells of each change of the run that is shown what is worth saying, at the clock `now`, where it took longer than
 * `least`, both in milliseconds. Nothing of a run that the person cancelled, nor of one that had come to rest before
 * the page showed it: what happened in it is told once more, as if it happened now.
 */
export function endNotices({
  current,
}: Shown): (
  before: Shown,
  after: Shown,
  when: { readonly now: number; readonly least: number },
) => EndNotice | undefined {
  let rested = current === null || isGoing(current) ? undefined : current;
  return ({ current: was }, { current: is }, { now, least }) => {
    if (is === null || was === is) return undefined;
    if (was?.id !== is.id) {
      rested = isGoing(is) ? undefined : is;
      return undefined;
    }
    if (!isGoing(was) || isGoing(is)) return undefined;
    if (rested?.id === is.id) {
      // An answer lets one that waits go on.
      if (rested.status === 'waiting') rested = undefined;
      return undefined;
    }
    return noticeOf(is, now, least);
  };
}

const isGoing = ({ status }: Current): boolean => status === 'queued' || status === 'running';

function noticeOf(run: Current, now: number, least: number): EndNotice | undefined {
  const { id, pipeline, status, startedAt, finishedAt } = run;
  if (status !== 'done' && status !== 'failed' && status !== 'waiting') return undefined;
  if (startedAt === null) return undefined;
  const took = (finishedAt === null ? now : Date.parse(finishedAt)) - Date.parse(startedAt);
  return took > least ? { run: id, pipeline, status, seconds: Math.round(took / 1000) } : undefined;
}
