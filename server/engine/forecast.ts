/** What a run would do, without running: which steps would come from the cache, and why the others would run. */
import type { Reason } from '#schemas/types.ts';
import type { Awaited } from './awaited.ts';
import { foresee, type ForesightWorld, type Outlook } from './foresight.ts';
import type { Planned } from './planned.ts';

export interface Forecast {
  /** Its result is kept and would be used. */
  readonly cached: boolean;
  readonly reason: Reason;
  /** It would be left out. */
  readonly skipped?: true;
  /** It runs, unless what comes in turns out to be something for which a result is kept: only the run can tell. */
  readonly open?: true;
  /** Steps before it that act on the world, or ask, in each run anew; all else is told for what they would give. */
  readonly after?: readonly Awaited[];
}

/** By step id; what a definition does is told where its node would run for certain. */
export async function forecast(
  planned: Planned,
  world: Omit<ForesightWorld, 'run' | 'into'>,
): Promise<ReadonlyMap<string, Forecast>> {
  const outlooks = await foresee(planned, world);
  return new Map([...outlooks].map(([step, outlook]) => [step, forecastOf(outlook)]));
}

const forecastOf = ({ will, reason, after }: Outlook): Forecast => ({
  cached: will === 'reuse',
  reason,
  ...(will === 'skip' ? { skipped: true } : {}),
  ...(will === 'open' ? { open: true } : {}),
  ...(after.length > 0 ? { after } : {}),
});
