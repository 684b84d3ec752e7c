import { EsteiraError } from '../errors.ts';
import type { PortRef, PortType } from '../types.ts';
import { portNumber, type Prepared, type Side } from './prepare.ts';
import type { GraphPort } from './types.ts';

/** The types that ports have in one graph, by port number. */
export type PortTypes = {
  readonly inputs: readonly PortType[];
  readonly outputs: readonly PortType[];
};

/** What comes to a port from outside the graph: a definition's inputs. */
export type Arriving = { readonly to: PortRef; readonly type: PortType };

/**
 * Follows types along the wires, in running order. Ports of type `any` that are the same as one
 * input form a group with it; the first wire into the group whose type is known gives it its type.
 */
export function portTypes(prepared: Prepared, arriving: readonly Arriving[] = []): PortTypes {
  const { firstPort, portCount, ends, ports } = prepared;
  // What has been wired to an input so far; sources come before what they lead to.
  const wired = Array.from<PortType>({ length: portCount.inputs }).fill('any');
  const inputs = declared(prepared, 'inputs');
  const outputs = declared(prepared, 'outputs');
  for (const { to, type } of arriving) {
    const input = portNumber(prepared, 'inputs', to);
    if (input >= 0) wired[input] = type;
  }
  const { start, items } = wiresByOutput(prepared);
  for (const id of prepared.ordering.order) {
    const node = prepared.adjacency.indexOf.get(id) ?? 0;
    const known = ports[node];
    if (known === undefined || known instanceof EsteiraError) continue;
    const firstIn = firstPort.inputs[node] ?? 0;
    const firstOut = firstPort.outputs[node] ?? 0;
    const groups = groupTypes(known.inputs, wired, firstIn);
    known.inputs.forEach((port, place) => {
      inputs[firstIn + place] =
        port.type === 'any' ? (groups?.get(groupOf(port)) ?? 'any') : port.type;
    });
    known.outputs.forEach((port, place) => {
      const output = firstOut + place;
      const type = port.type === 'any' ? (groups?.get(port.sameAs ?? '') ?? 'any') : port.type;
      outputs[output] = type;
      for (const edge of items.subarray(start[output], start[output + 1])) {
        const input = ends.inputs[edge] ?? -1;
        if (input >= 0 && wired[input] === 'any') wired[input] = type;
      }
    });
  }
  return { inputs, outputs };
}

/** What ports say of themselves; all that is known of nodes on a circle. */
function declared({ ports, portCount, firstPort }: Prepared, side: Side): PortType[] {
  const types = Array.from<PortType>({ length: portCount[side] }).fill('any');
  ports.forEach((known, node) => {
    if (known instanceof EsteiraError) return;
    known[side].forEach((port, place) => {
      types[(firstPort[side][node] ?? 0) + place] = port.type;
    });
  });
  return types;
}

/** The type of each group, or undefined where no port of the node hands a type on. */
function groupTypes(
  inputs: readonly GraphPort[],
  wired: readonly PortType[],
  first: number,
): ReadonlyMap<string, PortType> | undefined {
  let groups: Map<string, PortType> | undefined;
  for (const [place, port] of inputs.entries()) {
    const type = port.type === 'any' ? (wired[first + place] ?? 'any') : port.type;
    if (type === 'any') continue;
    groups ??= new Map();
    if (!groups.has(groupOf(port))) groups.set(groupOf(port), type);
  }
  return groups;
}

export function groupOf(input: GraphPort): string {
  return input.sameAs ?? input.name;
}

/** The edges that leave each output: those of output i stand from start[i] up to start[i + 1]. */
export function wiresByOutput({ ends, portCount }: Prepared): {
  readonly start: Int32Array;
  readonly items: Int32Array;
} {
  const start = new Int32Array(portCount.outputs + 1);
  for (const output of ends.outputs) if (output >= 0) start[output + 1]! += 1;
  for (let output = 0; output < portCount.outputs; output += 1)
    start[output + 1]! += start[output]!;
  const fill = start.slice();
  const items = new Int32Array(start[portCount.outputs] ?? 0);
  for (const [edge, output] of ends.outputs.entries()) {
    if (output < 0) continue;
    items[fill[output]!] = edge;
    fill[output]! += 1;
  }
  return { start, items };
}
