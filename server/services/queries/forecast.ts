/** What a run of a document would do, as far as it can run as it stands. */
import { downstream } from '#schemas/graph.ts';
import type { Pipeline } from '#schemas/types.ts';
import { forecast as foretell } from '#server/engine/forecast.ts';
import type { KeyRecord } from '#server/engine/keys.ts';
import { keptPins } from '#server/engine/pins.ts';
import { plan, type PlanOptions } from '#server/engine/plan.ts';
import type { Planned } from '#server/engine/planned.ts';
import type { ForecastJob } from '../queryCalls.ts';
import type { Forecast } from '../types.ts';
import { documentOf, lookPorts } from './foresee.ts';
import type { QueryWorld } from './world.ts';

export async function forecast(
  job: ForecastJob,
  world: QueryWorld,
  signal: AbortSignal,
): Promise<Forecast> {
  const document = documentOf(job);
  const { params, seed, targets, fresh, records } = job;
  const { cache, tensors } = lookPorts(world, signal);
  const pins = await keptPins(document, cache);
  const lostPins = document.nodes
    .filter(({ id, pinned }) => pinned !== undefined && !pins.has(id))
    .map(({ id }) => id);
  const target = targets === undefined ? {} : { target: targets };
  const planned = planWhatCan(document, world, { params, seed, fresh, pins, ...target });
  if (!planned) return { steps: {}, lostPins };
  const last = new Map(records.map(([step, text]) => [step, JSON.parse(text) as KeyRecord]));
  const history = { last: async () => last };
  const told = await foretell(planned, { cache, history, backend: tensors.backend });
  return { steps: Object.fromEntries(told), lostPins };
}

/** While somebody edits, something is nearly always unfinished: that and what follows it is left out. */
function planWhatCan(
  document: Pipeline,
  { catalogue }: QueryWorld,
  options: PlanOptions,
): Planned | undefined {
  const { planned, errors } = plan(document, catalogue, options);
  if (planned) return planned;
  const wrong = errors.flatMap(({ node }) => (node === undefined ? [] : [node]));
  if (wrong.length < errors.length) return undefined;
  const without = downstream(document, wrong);
  const asked = options.target ?? document.nodes.map(({ id }) => id);
  const target = asked.filter((id) => !without.has(id));
  return target.length === 0
    ? undefined
    : plan(document, catalogue, { ...options, target }).planned;
}
