/** Prepared nodes in their order, as steps wired to each other by number. */
import type { Edge } from '#schemas/types.ts';
import { identityOf } from './identity.ts';
import type { PreparedNode } from './planNodes.ts';
import type { Graph, GraphSetting, PlannedInput, Step, Wire } from './planned.ts';
import { stepSeed } from './seeds.ts';

export function planSteps(
  graph: Graph,
  order: readonly string[],
  prepared: ReadonlyMap<string, PreparedNode>,
  setting: GraphSetting,
): readonly Step[] {
  const wires = wiresByPort(graph, new Map(order.map((id, at) => [id, at])));
  const dependents: number[][] = order.map(() => []);
  return order.map((id, index) => {
    const node = prepared.get(id)!;
    const inputs = inputsOf(node, setting.pins?.has(id) ? new Map() : wires);
    const producers = producersOf(inputs);
    for (const producer of producers) dependents[producer]!.push(index);
    return stepOf(node, { index, inputs, producers, dependents: dependents[index]! }, setting);
  });
}

type Wired = Pick<Step, 'index' | 'inputs' | 'producers' | 'dependents'>;

function stepOf(
  { node, entry, params, runs, outputs }: PreparedNode,
  wired: Wired,
  setting: GraphSetting,
): Step {
  const { index, inputs, producers, dependents } = wired;
  const { definition, kind } = entry;
  const id = setting.scope === '' ? node.id : `${setting.scope}/${node.id}`;
  const seed = stepSeed(setting.seed, id);
  const traits = runs === undefined ? undefined : setting.traits(runs);
  const { fresh, pins } = setting;
  const pin = pins?.get(node.id);
  return {
    index,
    id,
    nodeId: node.id,
    definition,
    kind,
    params,
    inputs,
    outputs,
    producers,
    dependents,
    seed,
    tensors: definition.tensors === true || traits?.tensors === true,
    identity: identityOf(entry, params, seed, traits),
    fresh: pin === undefined && (fresh === 'all' || fresh?.has(node.id) === true),
    ...(pin ? { pin } : {}),
    pinLost: pins !== undefined && pin === undefined && node.pinned !== undefined,
  };
}

/** By 'node.port', in the order of the document's edges; what a definition is given comes first. */
function wiresByPort(
  { edges, inputs = [] }: Graph,
  places: ReadonlyMap<string, number>,
): ReadonlyMap<string, readonly Wire[]> {
  const wires = new Map<string, Wire[]>();
  const add = (to: Edge['to'], wire: Wire) => {
    const key = `${to.node}.${to.port}`;
    const list = wires.get(key);
    if (list) list.push(wire);
    else wires.set(key, [wire]);
  };
  for (const { name, to } of inputs) for (const port of to) add(port, { given: name });
  for (const { from, to } of edges) {
    const step = places.get(from.node);
    if (step !== undefined && places.has(to.node)) add(to, { step, port: from.port });
  }
  return wires;
}

function inputsOf(
  { node, inputs }: PreparedNode,
  wires: ReadonlyMap<string, readonly Wire[]>,
): readonly PlannedInput[] {
  return Object.entries(inputs).map(([name, port]) => {
    return { name, port, wires: wires.get(`${node.id}.${name}`) ?? [] };
  });
}

function producersOf(inputs: readonly PlannedInput[]): readonly number[] {
  const found = new Set<number>();
  for (const { wires } of inputs)
    for (const wire of wires) if ('step' in wire) found.add(wire.step);
  return [...found];
}
