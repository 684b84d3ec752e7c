import { EsteiraError } from '../errors.ts';
import type { PipelineNode, PortType } from '../types.ts';
import { adjacency, type Adjacency } from './adjacency.ts';
import { orderOf, type Ordering } from './order.ts';
import { portTypes } from './portTypes.ts';
import type { Graph, GraphPort, NodePorts, PortLookup, PortsByName } from './types.ts';

/** A graph with everything that its rules look up, made once. */
export type Prepared = {
  readonly graph: Graph;
  readonly nodes: ReadonlyMap<string, PipelineNode>;
  readonly ports: ReadonlyMap<string, PortsByName | EsteiraError>;
  readonly adjacency: Adjacency;
  readonly ordering: Ordering;
  /** By port key and side, the type that a port has in this graph: `any` only if nothing decides. */
  readonly inputTypes: ReadonlyMap<string, PortType>;
  readonly outputTypes: ReadonlyMap<string, PortType>;
};

/** `arriving`: what comes from outside, by the key of the input port (a definition's inputs). */
export function prepare(
  graph: Graph,
  lookup: PortLookup,
  arriving: ReadonlyMap<string, PortType> = new Map(),
): Prepared {
  const nodes = new Map<string, PipelineNode>();
  const ports = new Map<string, PortsByName | EsteiraError>();
  const byNames = new Map<NodePorts, PortsByName>();
  for (const node of graph.nodes) {
    if (nodes.has(node.id)) continue;
    nodes.set(node.id, node);
    const found = lookup(node);
    if (found instanceof EsteiraError) {
      ports.set(node.id, found);
      continue;
    }
    // Most nodes of a type share one object, so its maps are made once.
    const known = byNames.get(found) ?? {
      inputs: new Map(found.inputs.map((port) => [port.name, port])),
      outputs: new Map(found.outputs.map((port) => [port.name, port])),
    };
    byNames.set(found, known);
    ports.set(node.id, known);
  }
  const numbers = adjacency(graph);
  const ordering = orderOf(numbers);
  const types = portTypes(graph, ordering.order, ports, arriving);
  return { graph, nodes, ports, adjacency: numbers, ordering, ...types };
}

/** The port that a reference names, or undefined where the node, its ports or the port is not known. */
export function portOf(
  prepared: Pick<Prepared, 'ports'>,
  side: 'inputs' | 'outputs',
  ref: { readonly node: string; readonly port: string },
): GraphPort | undefined {
  const ports = prepared.ports.get(ref.node);
  return ports === undefined || ports instanceof EsteiraError
    ? undefined
    : ports[side].get(ref.port);
}
