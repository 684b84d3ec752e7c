/** What a step that is yet to run will give, as far as that can be told: of effects, and of what runs a definition. */
import type { Awaited } from './awaited.ts';
import { countChild, planChild } from './children.ts';
import { closeOutputs } from './execute.ts';
import type { Arrival, Foresight } from './foresight.ts';
import { contentHash } from './hash.ts';
import type { KeyRecord } from './keys.ts';
import { idempotencyKey } from './lookup.ts';
import { innerParams } from './planNodes.ts';
import type { Step } from './planned.ts';
import { closeTable, openInputs } from './tableInputs.ts';

/** What one output will bring. */
export interface Supposed {
  readonly taken: boolean;
  /** Its value is known. */
  readonly isThere: boolean;
  readonly after: readonly Awaited[];
}

type ByPort = (port: string) => Supposed;

/** Definitions that are gone through for one look: enough for what people draw, and never long. */
const MOST = 200;

/** Undefined where only the run can tell. What is known is held among the graph's values. */
export async function supposed(
  step: Step,
  record: KeyRecord | undefined,
  graph: Foresight,
): Promise<ByPort | undefined> {
  const { definition, identity } = step;
  if ('inlines' in definition && definition.inlines) {
    const child = await goInto(step, graph);
    return child && givenByChild(step, child, graph);
  }
  if (!identity.effect) return undefined;
  const { asks } = definition as { readonly asks?: string };
  return asks === undefined ? asLastTime(step, record, graph) : handedOn(step, asks, graph);
}

/** Goes through the definition that the step runs once; undefined where it runs none. */
export async function goInto(step: Step, graph: Foresight): Promise<Foresight | undefined> {
  const { planned, world } = graph;
  const { setting } = planned;
  const param = setting.catalogue.find(step.definition.type)?.definitionParam;
  if (param === undefined || world.children.started >= MOST) return undefined;
  try {
    countChild(world, step.id);
    const call = { definition: step.params[param] as string, params: innerParams(step.params) };
    const inner = planChild(call, step, setting, step.id);
    const before = world.outlooks.get(step.id)?.after ?? [];
    const child = world.open(inner, givenBy(step, graph), before);
    await child.go();
    return child;
  } catch {
    // What is wrong with the definition is said by the check of the document, or by the run.
    return undefined;
  }
}

/** What comes into the definition counts by its content, as in a run. */
function givenBy(step: Step, graph: Foresight): ReadonlyMap<string, Arrival> {
  const { recipes } = graph.world;
  const given = new Map<string, Arrival>();
  for (const { name, wires } of step.inputs) {
    const [wire] = wires;
    const arrival = wire && graph.arrival(wire);
    if (!arrival?.taken) continue;
    const { after } = arrival;
    const value = arrival.value?.();
    if (!value) {
      given.set(name, { taken: true, key: undefined, after });
      continue;
    }
    const opened = openInputs({ [name]: value }, recipes)[name];
    const closed = closeTable(opened as Parameters<typeof closeTable>[0], recipes);
    given.set(name, { taken: true, key: contentHash(closed), value: () => closed, after });
  }
  return given;
}

function givenByChild(step: Step, child: Foresight, graph: Foresight): ByPort {
  const arrivals = new Map(
    child.planned.outputs.map(({ name, wire }) => [name, child.arrival(wire)] as const),
  );
  const values: { [port: string]: unknown } = {};
  for (const [port, { taken, value }] of arrivals) {
    const known = taken ? value?.() : undefined;
    if (known) values[port] = known;
  }
  const held = hold(step, () => values, graph);
  return (port) => {
    const { taken = false, after = [] } = arrivals.get(port) ?? {};
    return { taken, isThere: held.has(port), after };
  };
}

/** Who is asked lets go on what came in, one way or another. */
function handedOn(step: Step, input: string, graph: Foresight): ByPort {
  const ports = Object.keys(step.outputs);
  const onward = (inputs: Opened): Opened =>
    Object.fromEntries(ports.map((port) => [port, inputs[input]]));
  const held = hold(step, onward, graph);
  return (port) => ({ taken: true, isThere: held.has(port), after: [] });
}

/** What it did with the same inputs in the last run. */
async function asLastTime(
  step: Step,
  record: KeyRecord | undefined,
  graph: Foresight,
): Promise<ByPort | undefined> {
  const { last, cache } = graph.world;
  if (last === undefined || !record) return undefined;
  const key = idempotencyKey(last, step, record);
  const stored = (await cache.get([key])).get(key);
  if (stored?.kind !== 'outputs') return undefined;
  graph.values.holdStored(step.index, stored);
  const { outputs } = stored;
  return (port) => ({ taken: Object.hasOwn(outputs, port), isThere: true, after: [] });
}

/** Gives the ports whose values are known from now on. */
function hold(
  step: Step,
  gives: (inputs: Opened) => Opened,
  graph: Foresight,
): ReadonlySet<string> {
  if (!graph.isFed(step)) return new Set();
  const { recipes } = graph.world;
  try {
    const inputs = openInputs(graph.values.inputs(step), recipes);
    const outputs = closeOutputs(step, inputs, gives(inputs), recipes);
    graph.values.hold(step.index, outputs);
    return new Set(Object.keys(outputs));
  } catch {
    // A table that cannot be made any more: the run says what is wrong with it.
    return new Set();
  }
}

type Opened = { readonly [port: string]: unknown };
