/** What a run of a document would do, as far as it can run as it stands. */
import { downstream } from '#schemas/graph.ts';
import type { Pipeline } from '#schemas/types.ts';
import { forecast as foretell } from '#server/engine/forecast.ts';
import type { KeyRecord } from '#server/engine/keys.ts';
import { keptPins } from '#server/engine/pins.ts';
import { plan, type PlanOptions } from '#server/engine/plan.ts';
import type { GraphPins, Pins, Planned } from '#server/engine/planned.ts';
import { usesOf } from '#server/engine/uses.ts';
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
  const { params, seed, targets, fresh, records, run } = job;
  const { cache, recipes, tensors } = lookPorts(world, signal);
  const pins = await keptPins(document, cache);
  const lostPins = lost(document, pins, world);
  const target = targets === undefined ? {} : { target: targets };
  const { planned, without } = planWhatCan(document, world, {
    params,
    seed,
    fresh,
    pins,
    ...target,
  });
  if (!planned) return { steps: {}, lostPins };
  const last = new Map(records.map(([step, text]) => [step, JSON.parse(text) as KeyRecord]));
  const told = await foretell(planned, {
    cache,
    recipes,
    history: { last: async () => last },
    backend: tensors.backend,
    ...(run === undefined ? {} : { last: run }),
  });
  // That nobody asked for the others, whoever asks knows.
  const unasked = targets === undefined ? without : new Set(planned.unselected);
  const steps = [...told].filter(([step]) => !unasked.has(step));
  return { steps: Object.fromEntries(steps), lostPins };
}

function lost(document: Pipeline, pins: Pins, { catalogue }: QueryWorld): string[] {
  const among = (nodes: Pipeline['nodes'], kept: GraphPins | undefined): string[] =>
    nodes.flatMap(({ id, pinned }) => (pinned === undefined || kept?.has(id) ? [] : [id]));
  const uses = pins.inner.size === 0 ? [] : [...usesOf(document, catalogue)];
  const inner = uses.flatMap(([path, id]) =>
    among(document.definitions[id]!.nodes, pins.inner.get(id)).map((node) => `${path}/${node}`),
  );
  return [...among(document.nodes, pins.top), ...inner];
}

interface Plannable {
  readonly planned?: Planned | undefined;
  /** The nodes that something keeps from running. */
  readonly without: ReadonlySet<string>;
}

/** While somebody edits, something is nearly always unfinished: that and what follows it is left out. */
function planWhatCan(
  document: Pipeline,
  { catalogue }: QueryWorld,
  options: PlanOptions,
): Plannable {
  const { planned, errors } = plan(document, catalogue, options);
  if (planned) return { planned, without: new Set() };
  const wrong = errors.flatMap(({ node }) => (node === undefined ? [] : [node]));
  const without = downstream(document, wrong);
  if (wrong.length < errors.length) return { without };
  const asked = options.target ?? document.nodes.map(({ id }) => id);
  const target = asked.filter((id) => !without.has(id));
  if (target.length === 0) return { without };
  return { planned: plan(document, catalogue, { ...options, target }).planned, without };
}
