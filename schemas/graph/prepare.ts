import { EsteiraError } from '../errors.ts';
import type { Edge, NodeName, PipelineNode, PortRef } from '../types.ts';
import { adjacency, type Adjacency } from './adjacency.ts';
import { orderOf, type Ordering } from './order.ts';
import { nodeTitle, type Graph, type GraphPort, type NodePorts, type PortLookup } from './types.ts';

export type Side = 'inputs' | 'outputs';

/** A node's ports with their places by name; made once for all nodes that share their ports. */
export type IndexedPorts = NodePorts & {
  readonly places: Readonly<Record<Side, ReadonlyMap<string, number>>>;
};

/**
 * A graph with its nodes, wires and ports numbered, so that ten thousand nodes are judged in
 * milliseconds: no rule makes a key of text. The ports of one side are numbered through all nodes.
 */
export type Prepared = {
  readonly graph: Graph;
  readonly adjacency: Adjacency;
  readonly ordering: Ordering;
  /** By node; an error where the ports are not known. */
  readonly ports: readonly (IndexedPorts | EsteiraError)[];
  /** By node, the number of its first port. */
  readonly firstPort: Readonly<Record<Side, Int32Array>>;
  readonly portCount: Readonly<Record<Side, number>>;
  /** By edge, the port's number; -1 where its node or port is not known. */
  readonly ends: Readonly<Record<Side, Int32Array>>;
};

export function prepare(graph: Graph, lookup: PortLookup): Prepared {
  const numbers = adjacency(graph);
  const indexed = new Map<NodePorts, IndexedPorts>();
  const ports = graph.nodes.map((node) => {
    const found = lookup(node);
    if (found instanceof EsteiraError) return found;
    const known = indexed.get(found) ?? withPlaces(found);
    indexed.set(found, known);
    return known;
  });
  const firstPort = { inputs: starts(ports, 'inputs'), outputs: starts(ports, 'outputs') };
  const prepared = { graph, adjacency: numbers, ordering: orderOf(numbers), ports, firstPort };
  return {
    ...prepared,
    portCount: {
      inputs: firstPort.inputs.at(-1) ?? 0,
      outputs: firstPort.outputs.at(-1) ?? 0,
    },
    ends: {
      inputs: Int32Array.from(graph.edges, (edge) => portNumber(prepared, 'inputs', edge.to)),
      outputs: Int32Array.from(graph.edges, (edge) => portNumber(prepared, 'outputs', edge.from)),
    },
  };
}

function withPlaces({ inputs, outputs }: NodePorts): IndexedPorts {
  const places = (ports: readonly GraphPort[]): ReadonlyMap<string, number> =>
    new Map(ports.map((port, place) => [port.name, place]));
  return { inputs, outputs, places: { inputs: places(inputs), outputs: places(outputs) } };
}

/** Where each node's ports begin, and behind the last node the count of all. */
function starts(ports: readonly (IndexedPorts | EsteiraError)[], side: Side): Int32Array {
  const first = new Int32Array(ports.length + 1);
  for (const [node, known] of ports.entries()) {
    const count = known instanceof EsteiraError ? 0 : known[side].length;
    first[node + 1] = (first[node] ?? 0) + count;
  }
  return first;
}

type Numbered = Pick<Prepared, 'adjacency' | 'ports' | 'firstPort'>;

/** The number of a port; -1 where its node or port is not known. */
export function portNumber(prepared: Numbered, side: Side, ref: PortRef): number {
  const node = prepared.adjacency.indexOf.get(ref.node);
  if (node === undefined) return -1;
  const known = prepared.ports[node];
  if (known === undefined || known instanceof EsteiraError) return -1;
  const place = known.places[side].get(ref.port);
  return place === undefined ? -1 : (prepared.firstPort[side][node] ?? 0) + place;
}

export function portOf(prepared: Numbered, side: Side, ref: PortRef): GraphPort | undefined {
  const known = portsOf(prepared, ref.node);
  const place = known?.places[side].get(ref.port);
  return place === undefined ? undefined : known?.[side][place];
}

/** The ports of a node, where it exists and they are known. */
export function portsOf(prepared: Numbered, id: string): IndexedPorts | undefined {
  const node = prepared.adjacency.indexOf.get(id);
  const known = node === undefined ? undefined : prepared.ports[node];
  return known instanceof EsteiraError ? undefined : known;
}

export function nodeOf(prepared: Prepared, id: string): PipelineNode | undefined {
  const node = prepared.adjacency.indexOf.get(id);
  return node === undefined ? undefined : prepared.graph.nodes[node];
}

/** What people call the node with an id, whether it exists or not. */
export function nameOf(prepared: Prepared, id: string): NodeName | string {
  const node = nodeOf(prepared, id);
  return node === undefined ? id : nodeTitle(node);
}

/** A port for people: the node's name and the port's. */
export function portText(prepared: Prepared, ref: PortRef): NodeName | string {
  const node = nodeOf(prepared, ref.node);
  return node === undefined ? `${ref.node} › ${ref.port}` : nodeTitle(node, ref.port);
}

export type Ends = { readonly from: NodeName | string; readonly to: NodeName | string };

export function endTexts(prepared: Prepared, { from, to }: Edge): Ends {
  return { from: portText(prepared, from), to: portText(prepared, to) };
}

/** Why a reference leads to no port: undefined where it does, or where that cannot be known. */
export function missingPort(
  prepared: Prepared,
  side: Side,
  ref: PortRef,
):
  | { readonly name: NodeName | string; readonly side: string; readonly known: string[] }
  | undefined {
  const known = portsOf(prepared, ref.node);
  if (known === undefined || known.places[side].has(ref.port)) return undefined;
  return {
    name: nameOf(prepared, ref.node),
    side: side === 'inputs' ? 'input' : 'output',
    known: [...known.places[side].keys()],
  };
}

/** The nodes around a cycle, back to the first; the middle of a long one is left out. */
export function cycleWay(prepared: Prepared, ids: readonly string[]): (NodeName | string)[] {
  const names = ids.map((id) => nameOf(prepared, id));
  const shown = names.length <= 10 ? names : [...names.slice(0, 6), '…', ...names.slice(-3)];
  return [...shown, ...names.slice(0, 1)];
}
