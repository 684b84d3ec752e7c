/** Plans a document for a look, with the kept results that it can use. */
import type { Pipeline } from '#schemas/types.ts';
import { foresee } from '#server/engine/foresight.ts';
import { plan, type PlanResult } from '#server/engine/plan.ts';
import type { Pins, Planned, Step } from '#server/engine/planned.ts';
import type { CachePort, EnginePorts, HistoryPort, Stored } from '#server/engine/ports.ts';
import type { SchemasJob } from '../queryCalls.ts';
import { storedResults } from '../storedResults.ts';
import type { QueryWorld } from './world.ts';

export const documentOf = (job: SchemasJob): Pipeline => JSON.parse(job.document) as Pipeline;

export function planLook(
  document: Pipeline,
  { params, seed }: SchemasJob,
  world: QueryWorld,
  target: readonly string[],
  pins: Pins,
): PlanResult {
  return plan(document, world.catalogue, { params, seed, target, pins });
}

/** A look leaves no trace in the history of a step: why it runs next is a matter of runs alone. */
const noHistory: HistoryPort = { last: async () => new Map(), save: async () => {} };

export function lookPorts({ memory, ports }: QueryWorld, signal: AbortSignal): EnginePorts {
  const cache: CachePort = {
    ...storedResults((keys) => memory.find('results', keys)),
    async put(results) {
      for (const [key, stored] of results) memory.keepResult(key, JSON.stringify(stored));
    },
  };
  return { ...ports(signal), cache, history: noHistory };
}

/** Whether a step's result is kept, as far as that can be told before a run. */
export async function keptSteps(
  planned: Planned,
  ports: EnginePorts,
  run: string,
): Promise<(step: Step) => Stored | undefined> {
  const outlooks = await foresee(planned, { ...ports, run, backend: ports.tensors.backend });
  return ({ id }) => outlooks.get(id)?.found?.stored;
}

/** A node that takes nothing and gives: a file, a sample, rows written out. */
export const isSource = (step: Step): boolean =>
  step.producers.length === 0 && !step.identity.effect;
