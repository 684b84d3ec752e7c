/** When the end of a run is worth telling somebody who looks elsewhere. */
import type { RunSlice } from './state.ts';

const LONG_MS = 20_000;

export type EndNotice = {
  readonly status: 'done' | 'failed' | 'waiting';
  readonly seconds: number;
};

type Shown = Pick<RunSlice, 'current'>;

/**
 * What to tell when a run that was seen going on comes to rest after more than 20 seconds of the clock `now`
 * (milliseconds). Nothing of a run that the person cancelled, nor of one that was over before the page opened.
 */
export function endNotice(before: Shown, after: Shown, now: number): EndNotice | undefined {
  const [was, is] = [before.current, after.current];
  if (was === null || is === null || was.id !== is.id || was.status !== 'running') return undefined;
  const { status, startedAt, finishedAt } = is;
  if (status !== 'done' && status !== 'failed' && status !== 'waiting') return undefined;
  if (startedAt === null) return undefined;
  const took = (finishedAt === null ? now : Date.parse(finishedAt)) - Date.parse(startedAt);
  return took > LONG_MS ? { status, seconds: Math.round(took / 1000) } : undefined;
}
