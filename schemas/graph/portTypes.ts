import { EsteiraError } from '../errors.ts';
import type { PortType } from '../types.ts';
import { portKey, type Graph, type GraphPort, type PortsByName } from './types.ts';

/** The types that ports have in one graph, by port key. */
export type PortTypes = {
  readonly inputTypes: ReadonlyMap<string, PortType>;
  readonly outputTypes: ReadonlyMap<string, PortType>;
};

/**
 * Follows types along the wires, in running order. Ports of type `any` that are the same as one
 * input form a group with it; the first wire into the group whose type is known gives it its type.
 */
export function portTypes(
  graph: Graph,
  order: readonly string[],
  ports: ReadonlyMap<string, PortsByName | EsteiraError>,
  arriving: ReadonlyMap<string, PortType>,
): PortTypes {
  const wires = Map.groupBy(graph.edges, (edge) => portKey(edge.to));
  const inputTypes = new Map<string, PortType>();
  const outputTypes = new Map<string, PortType>();
  for (const node of order) {
    const known = ports.get(node);
    if (known === undefined || known instanceof EsteiraError) continue;
    const key = (port: GraphPort): string => portKey({ node, port: port.name });
    const groups = new Map<string, PortType>();
    for (const input of known.inputs.values()) {
      const type = input.type === 'any' ? wiredType(key(input)) : input.type;
      if (type !== 'any' && !groups.has(groupOf(input))) groups.set(groupOf(input), type);
    }
    for (const input of known.inputs.values()) {
      const shared = groups.get(groupOf(input)) ?? 'any';
      inputTypes.set(key(input), input.type === 'any' ? shared : input.type);
    }
    for (const output of known.outputs.values()) {
      const shared = groups.get(output.sameAs ?? '') ?? 'any';
      outputTypes.set(key(output), output.type === 'any' ? shared : output.type);
    }
  }
  return { inputTypes, outputTypes };

  function wiredType(key: string): PortType {
    const types = (wires.get(key) ?? []).map((edge) => outputTypes.get(portKey(edge.from)));
    const found = [arriving.get(key), ...types].find(
      (type) => type !== undefined && type !== 'any',
    );
    return found ?? 'any';
  }
}

function groupOf(input: GraphPort): string {
  return input.sameAs ?? input.name;
}
