import { EsteiraError } from '../errors.ts';
import type { PortRef, PortType } from '../types.ts';
import { portNumber, type Prepared } from './prepare.ts';
import type { GraphPort } from './types.ts';

/** What a graph makes known of its ports' types, by port number; `any` where nothing decides. */
export type PortTypes = {
  readonly inputs: readonly PortType[];
  readonly outputs: readonly PortType[];
  /** By edge: what arrives and what is needed, where they differ. */
  readonly conflicts: ReadonlyMap<
    number,
    { readonly found: PortType; readonly expected: PortType }
  >;
};

/** What comes to a port from outside the graph: a definition's inputs. */
export type Arriving = { readonly to: PortRef; readonly type: PortType };

/**
 * Infers types by unification: ports of type `any` that are the same as one input are one unknown
 * with it, a wire makes its two ends equal, and what becomes known anywhere is known along all the
 * wires, backwards as well. Where that fails, the later wire of the document is in the wrong.
 */
export function portTypes(prepared: Prepared, arriving: readonly Arriving[] = []): PortTypes {
  const { ends } = prepared;
  const unknowns = new Unknowns();
  const { inputs, outputs } = portUnknowns(prepared, unknowns);
  for (const { to, type } of arriving) {
    const input = inputs[portNumber(prepared, 'inputs', to)] ?? free;
    if (input !== free && type !== 'any') unknowns.unify(input, unknowns.add(type));
  }
  const conflicts = new Map<number, { found: PortType; expected: PortType }>();
  for (const [edge, end] of ends.inputs.entries()) {
    const input = inputs[end] ?? free;
    const output = outputs[ends.outputs[edge] ?? -1] ?? free;
    if (input === free || output === free || unknowns.unify(output, input)) continue;
    conflicts.set(edge, { found: unknowns.type(output), expected: unknowns.type(input) });
  }
  const known = (port: number): PortType => (port === free ? 'any' : unknowns.type(port));
  return { inputs: inputs.map(known), outputs: outputs.map(known), conflicts };
}

/** A port of type any that nothing is the same as: what is wired to it binds nothing else. */
const free = -1;

/** The unknown that each port is, by port number. */
function portUnknowns(
  { ports }: Prepared,
  unknowns: Unknowns,
): { readonly inputs: number[]; readonly outputs: number[] } {
  const inputs: number[] = [];
  const outputs: number[] = [];
  for (const known of ports) {
    if (known instanceof EsteiraError) continue;
    const shared = new Set([...known.inputs, ...known.outputs].map((port) => port.sameAs));
    const groups = new Map<string, number>();
    for (const port of known.inputs) {
      const isFree = port.type === 'any' && port.sameAs === undefined && !shared.has(port.name);
      inputs.push(isFree ? free : unknownOf(port, port.sameAs ?? port.name, groups));
    }
    for (const port of known.outputs) {
      const isFree = port.type === 'any' && !groups.has(port.sameAs ?? '');
      outputs.push(isFree ? free : unknownOf(port, port.sameAs ?? '', groups));
    }
  }
  return { inputs, outputs };

  function unknownOf(port: GraphPort, group: string, groups: Map<string, number>): number {
    if (port.type !== 'any') {
      const own = unknowns.add(port.type);
      const followers = groups.get(group);
      if (followers !== undefined && port.name === group) unknowns.unify(followers, own);
      if (port.name === group) groups.set(group, own);
      return own;
    }
    const known = groups.get(group) ?? unknowns.add('any');
    groups.set(group, known);
    return known;
  }
}

/** Sets of ports that have one type (union-find, with the paths halved). */
class Unknowns {
  readonly #parent: number[] = [];
  readonly #type: PortType[] = [];

  add(type: PortType): number {
    this.#parent.push(this.#parent.length);
    return this.#type.push(type) - 1;
  }

  type(of: number): PortType {
    return this.#type[this.#root(of)] ?? 'any';
  }

  /** Makes two equal; false, and nothing is done, if they are known to differ. */
  unify(one: number, other: number): boolean {
    const [a, b] = [this.#root(one), this.#root(other)];
    const [left, right] = [this.type(a), this.type(b)];
    if (left !== right && left !== 'any' && right !== 'any') return false;
    this.#parent[b] = a;
    this.#type[a] = left === 'any' ? right : left;
    return true;
  }

  #root(of: number): number {
    const parent = this.#parent;
    let at = of;
    while (parent[at] !== at) {
      const above = parent[at] ?? at;
      parent[at] = parent[above] ?? above;
      at = parent[at] ?? above;
    }
    return at;
  }
}
