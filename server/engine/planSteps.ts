/** Prepared nodes in their order, as steps wired to each other by number. */
import type { Edge } from '#schemas/types.ts';
import type { Port } from '#nodes/sdk/node.ts';
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
    const inputs = Object.entries(node.inputs).map(([name, port]) =>
      input(name, port, wires.get(`${id}.${name}`)),
    );
    const producers = producersOf(inputs);
    for (const producer of producers) dependents[producer]!.push(index);
    return {
      index,
      nodeId: id,
      inputs,
      producers,
      dependents: dependents[index]!,
      ...ownFacts(id, node, setting),
    };
  });
}

function ownFacts(nodeId: string, node: PreparedNode, setting: GraphSetting) {
  const { entry, params, runs, outputs } = node;
  const id = setting.scope === '' ? nodeId : `${setting.scope}/${nodeId}`;
  const seed = stepSeed(setting.seed, id);
  return {
    id,
    definition: entry.definition,
    kind: entry.kind,
    params,
    outputs,
    seed,
    tensors: (entry.definition.tensors || (runs && setting.traits(runs).tensors)) === true,
    identity: identityOf(
      entry,
      params,
      seed,
      runs === undefined ? undefined : setting.traits(runs),
    ),
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

const input = (name: string, port: Port, wires: readonly Wire[] = []): PlannedInput => {
  return { name, port, wires };
};

function producersOf(inputs: readonly PlannedInput[]): readonly number[] {
  const found = new Set<number>();
  for (const { wires } of inputs)
    for (const wire of wires) if ('step' in wire) found.add(wire.step);
  return [...found];
}
