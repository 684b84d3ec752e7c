/** Entry of a run's process (see server/work): wires the engine to what a run reads and keeps. */
import type { Json, Pipeline } from '#schemas/types.ts';
import { toData } from '#schemas/errors.ts';
import type { KeyRecord } from '#server/engine/keys.ts';
import { keptPins } from '#server/engine/pins.ts';
import { plan } from '#server/engine/plan.ts';
import type { CachePort, HistoryPort } from '#server/engine/ports.ts';
import { run } from '#server/engine/run.ts';
import { storedResults } from '#server/services/storedResults.ts';
import type { FromRunChild, ToRunChild, RunJob } from '#server/work/messages.ts';
import { childSettings, connectParent } from '#server/work/parent.ts';
import { type Execute, type RunMemory, serveRun } from '#server/work/runChild.ts';
import { type ChildSettings, openWorld, type World } from './world.ts';

let world: Promise<World> | undefined;

serveRun({
  parent: connectParent<ToRunChild, FromRunChild>(),
  async load() {
    world = openWorld(childSettings() as ChildSettings);
    return executeIn(await world);
  },
  warm: async (signal) => (await world)?.warm(signal),
  unload: async () => (await world)?.close(),
});

function executeIn({ catalogue, ports }: World): Execute {
  return async function* execute(job, { memory, signal, log }) {
    const document = JSON.parse(job.document) as Pipeline;
    const cache = cacheIn(memory);
    const pins = await keptPins(document, cache);
    const result = plan(document, catalogue, { ...planOptions(job), pins });
    if (result.errors) {
      yield { type: 'run-finished', status: 'failed', error: toData(result.errors[0]!) };
      return;
    }
    const whole = { ...ports(signal), cache, history: historyIn(memory) };
    yield* run(result.planned, whole, {
      run: job.run,
      signal,
      answers: new Map(job.answers),
      done: new Set(job.done),
      blame: (step, cause) =>
        log(`${step}: ${cause instanceof Error ? cause.stack : String(cause)}`),
    });
  };
}

function planOptions({ params, seed, targets, fresh }: RunJob) {
  return {
    params: params as { readonly [name: string]: Json },
    seed,
    fresh,
    ...(targets ? { target: targets } : {}),
  };
}

/** Resolved at once: the server keeps what comes in the order in which it comes, all of a batch or nothing. */
function cacheIn(memory: RunMemory): CachePort {
  return {
    ...storedResults((keys) => memory.find('results', keys)),
    async put(results) {
      for (const [key, stored] of results) memory.keepResult(key, JSON.stringify(stored));
    },
  };
}

function historyIn(memory: RunMemory): HistoryPort {
  return {
    async last(steps) {
      const texts = await memory.find('records', steps);
      return new Map([...texts].map(([step, text]) => [step, JSON.parse(text) as KeyRecord]));
    },
    async save(records) {
      for (const [step, record] of records) memory.keepRecord(step, JSON.stringify(record));
    },
  };
}
