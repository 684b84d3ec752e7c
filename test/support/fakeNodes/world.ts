/** A world for the engine: what it keeps is in memory, tables answer queries by their plan alone. */
import type { RunEvent } from '#schemas/types.ts';
import type { ArtifactsPort, Cell, TablesPort, TensorsPort } from '#nodes/sdk/context.ts';
import { recipes } from '#nodes/sdk/learning/recipes.ts';
import { planHash } from '#nodes/sdk/plan/hash.ts';
import { createCatalogue } from '#server/engine/catalogue.ts';
import type { EngineEvent } from '#server/engine/events.ts';
import type { KeyRecord } from '#server/engine/keys.ts';
import { plan, type PlanOptions } from '#server/engine/plan.ts';
import type { EnginePorts, Stored } from '#server/engine/ports.ts';
import { run, type RunOptions, type RunOutcome } from '#server/engine/run.ts';
import { controlNodes } from './control.ts';
import { numberNodes } from './numbers.ts';
import type { pipeline } from './pipeline.ts';
import { tableNodes } from './tables.ts';
import { timingNodes } from './timing.ts';

export const catalogue = createCatalogue([
  ...numberNodes,
  ...timingNodes,
  ...controlNodes,
  ...tableNodes,
]);

/** Everything kept went through JSON, as it does in a store. */
const json = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

export function createWorld() {
  const results = new Map<string, Stored>();
  const records = new Map<string, KeyRecord>();
  const asked = { cache: 0, queries: 0 };
  const tables = {
    /** One row with a number that hangs on the plan: another plan, another answer. */
    async rows(table): Promise<ReadonlyMap<string, Cell>[]> {
      asked.queries += 1;
      const value = Number.parseInt(planHash(table.plan).slice(0, 6), 16);
      return [new Map(table.columns.map(({ name }) => [name, value]))];
    },
  } as Pick<TablesPort, 'rows'> as TablesPort;
  const ports: EnginePorts = {
    tables,
    tensors: { backend: 'fake' } as TensorsPort,
    artifacts: {} as ArtifactsPort,
    compileRow: () => {
      throw new Error('no rows here');
    },
    recipes,
    cache: {
      async get(keys) {
        asked.cache += 1;
        const found = keys.filter((key) => results.has(key));
        return new Map(found.map((key) => [key, json(results.get(key)!)]));
      },
      async put(entries) {
        for (const [key, stored] of entries) results.set(key, json(stored));
      },
    },
    history: {
      last: async (steps) => new Map([...records].filter(([step]) => steps.includes(step))),
      async save(entries) {
        for (const [step, record] of entries) records.set(step, json(record));
      },
    },
  };
  let runs = 0;

  /** Plans and runs to the end; throws what planning refuses. */
  async function start(
    document: ReturnType<typeof pipeline>,
    options: PlanOptions & Partial<RunOptions> = {},
  ): Promise<Ran> {
    const planned = plan(document, catalogue, options);
    if (!planned.planned) throw planned.errors[0]!;
    runs += 1;
    const events: EngineEvent[] = [];
    const steps = run(planned.planned, ports, { run: `run-${runs}`, ...options });
    for (;;) {
      const next = await steps.next();
      if (next.done) return ran(events, next.value);
      events.push(next.value);
    }
  }
  return { ports, results, records, asked, start };
}

export interface Ran {
  readonly events: readonly EngineEvent[];
  readonly outcome: RunOutcome;
  /** By step: what it came to, as 'finished', 'cached', 'failed', … */
  readonly ends: { readonly [step: string]: string };
  /** By step: the code of the last reason given. */
  readonly reasons: { readonly [step: string]: string };
  /** Steps that did their work, in the order in which they ended. */
  readonly finished: readonly string[];
}

const ENDS = ['finished', 'cached', 'failed', 'skipped', 'cancelled', 'waiting'];

function ran(events: readonly EngineEvent[], outcome: RunOutcome): Ran {
  const ends: { [step: string]: string } = {};
  const reasons: { [step: string]: string } = {};
  const finished: string[] = [];
  for (const event of events) {
    if (!('step' in event)) continue;
    const what = event.type.slice('node-'.length);
    if (ENDS.includes(what)) ends[event.step] = what;
    if ('reason' in event) reasons[event.step] = event.reason.code;
    if (what === 'finished') finished.push(event.step);
  }
  return { events, outcome, ends, reasons, finished };
}

/** The number that a step gave, from its event. */
export function numberAt({ events }: Ran, step: string, port = 'out'): unknown {
  const found = events.find((event) => event.type === 'node-finished' && event.step === step);
  const outputs = (found as Extract<RunEvent, { type: 'node-finished' }> | undefined)?.outputs;
  const report = outputs?.[port]?.['report'] as { metrics: { n: number } } | undefined;
  return report?.metrics.n;
}
