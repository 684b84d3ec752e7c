/** What a run would do, without running: which steps would come from the cache, and why the others would run. */
import type { Reason } from '#schemas/types.ts';
import { Lookup } from './lookup.ts';
import type { Planned } from './planned.ts';
import type { CachePort, HistoryPort } from './ports.ts';

export interface Forecast {
  readonly cached: boolean;
  readonly reason: Reason;
}

export interface ForecastWorld {
  readonly cache: Pick<CachePort, 'get'>;
  readonly history: Pick<HistoryPort, 'last'>;
  /** Name of the tensors' backend, which is part of some keys. */
  readonly backend: string;
}

/** By step id. What comes after an effect is absent: it hangs on what the effect will give. */
export async function forecast(
  planned: Planned,
  world: ForecastWorld,
): Promise<ReadonlyMap<string, Forecast>> {
  // No run has this id, so no effect is found as done.
  const lookup = await Lookup.open({ ...world, run: '' }, planned.steps);
  const forecasts = new Map<string, Forecast>();
  for (const step of planned.steps) {
    const found = lookup.foretell(step);
    if (!found) continue;
    forecasts.set(step.id, { cached: found.stored !== undefined, reason: found.reason });
  }
  return forecasts;
}
