/** The columns on every wire of a document. Sources are read once and kept; nothing else is run. */
import { type EsteiraError, fromData, toData } from '#schemas/errors.ts';
import type { Pipeline, TableSchema } from '#schemas/types.ts';
import { Table } from '#nodes/sdk/plan/table.ts';
import { plan } from '#server/engine/plan.ts';
import { keptPins } from '#server/engine/pins.ts';
import type { Pins, Planned } from '#server/engine/planned.ts';
import type { EnginePorts, Stored } from '#server/engine/ports.ts';
import { run } from '#server/engine/run.ts';
import { propagate } from '#server/engine/schemas.ts';
import { usesOf } from '#server/engine/uses.ts';
import type { SchemasJob } from '../queryCalls.ts';
import type { GraphSchemas } from '../types.ts';
import { documentOf, isSource, keptSteps, lookPorts, planLook } from './foresee.ts';
import type { QueryWorld } from './world.ts';

const LOOK = 'look';

export async function graphSchemas(
  job: SchemasJob,
  world: QueryWorld,
  signal: AbortSignal,
): Promise<GraphSchemas> {
  const document = documentOf(job);
  const { params } = job;
  const ports = lookPorts(world, signal);
  const pins = await keptPins(document, ports.cache);
  const { known, failed } = await knownSchemas(document, { ...job, pins }, world, ports, signal);
  const pinned = new Set([...pins.top.keys(), ...learnInner(document, pins, known, world)]);
  const foreseen = propagate(document, world.catalogue, ports.recipes, {
    params,
    schemas: known,
    pinned,
  });
  const wiring = plan(document, world.catalogue, { params }).errors ?? [];
  const said = new Set(wiring.map((error) => error.node));
  const own = [...failed, ...[...foreseen.problems.values()].flat()];
  return {
    outputs: Object.fromEntries(
      [...foreseen.schemas].map(([step, schemas]) => [step, Object.fromEntries(schemas)]),
    ),
    problems: [...wiring, ...own.filter((error) => !said.has(error.node))].map(toData),
  };
}

type PinnedJob = SchemasJob & { readonly pins: Pins };

interface Learned {
  readonly known: Map<string, TableSchema>;
  readonly failed: EsteiraError[];
}

/** What sources hold, and what steps gave that ran before. */
async function knownSchemas(
  document: Pipeline,
  job: PinnedJob,
  world: QueryWorld,
  ports: EnginePorts,
  signal: AbortSignal,
): Promise<Learned> {
  const learned: Learned = { known: new Map(), failed: [] };
  const unread: string[] = [];
  for (const planned of plans(document, job, world)) {
    const kept = await keptSteps(planned, ports, LOOK);
    for (const step of planned.steps) {
      if (step.kind !== 'run' && !step.pin) continue;
      const stored = kept(step);
      if (stored?.kind === 'outputs') learn(step.id, stored.outputs, learned.known);
      else if (isSource(step)) unread.push(step.id);
    }
  }
  if (unread.length === 0) return learned;
  const { planned } = planLook(document, job, world, unread, job.pins);
  if (planned) await readSources(planned, unread, ports, signal, learned);
  return learned;
}

/** The whole document, or, while it cannot be planned, each node that takes nothing by itself. */
function plans(document: Pipeline, job: PinnedJob, world: QueryWorld): Planned[] {
  const { params, seed, pins } = job;
  const whole = plan(document, world.catalogue, { params, seed, pins });
  if (whole.planned) return [whole.planned];
  const fed = new Set(document.edges.map((edge) => edge.to.node));
  return document.nodes
    .filter((node) => !fed.has(node.id))
    .flatMap((node) => planLook(document, job, world, [node.id], pins).planned ?? []);
}

async function readSources(
  planned: Planned,
  keep: readonly string[],
  ports: EnginePorts,
  signal: AbortSignal,
  learned: Learned,
): Promise<void> {
  const steps = run(planned, ports, { run: LOOK, signal, keep });
  for (;;) {
    const next = await steps.next();
    if (next.done) {
      for (const [step, outputs] of next.value.kept) learn(step, outputs, learned.known);
      return;
    }
    if (next.value.type === 'node-failed') learned.failed.push(fromData(next.value.error));
  }
}

type Outputs = Extract<Stored, { kind: 'outputs' }>['outputs'];

function learn(step: string, outputs: Outputs, known: Learned['known']): void {
  const table = Object.values(outputs).find((value) => value.kind === 'table');
  if (table) known.set(step, Table.of(table).schema);
}

/** What is pinned in definitions, by the steps that it is in each of their uses. */
function learnInner(
  document: Pipeline,
  { inner }: Pins,
  known: Learned['known'],
  { catalogue }: QueryWorld,
): string[] {
  if (inner.size === 0) return [];
  return [...usesOf(document, catalogue)].flatMap(([path, definition]) =>
    [...(inner.get(definition) ?? [])].map(([id, { result }]) => {
      learn(`${path}/${id}`, result.outputs, known);
      return `${path}/${id}`;
    }),
  );
}
