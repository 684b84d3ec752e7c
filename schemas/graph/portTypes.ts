import { EsteiraError } from '../errors.ts';
import type { PortRef, PortType } from '../types.ts';
import { portNumber, type IndexedPorts, type Prepared } from './prepare.ts';
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
  for (let edge = 0; edge < ends.inputs.length; edge += 1) {
    const input = inputs[ends.inputs[edge]!] ?? free;
    const output = outputs[ends.outputs[edge]!] ?? free;
    if (input === free || output === free || unknowns.unify(output, input)) continue;
    conflicts.set(edge, { found: unknowns.type(output), expected: unknowns.type(input) });
  }
  return { inputs: typesOf(inputs, unknowns), outputs: typesOf(outputs, unknowns), conflicts };
}

function typesOf(ports: readonly number[], unknowns: Unknowns): PortType[] {
  const types: PortType[] = [];
  for (const port of ports) types.push(port === free ? 'any' : unknowns.type(port));
  return types;
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
  const named = new Map<IndexedPorts, ReadonlySet<string | undefined>>();
  /** Of the node at hand. */
  const groups = new Map<string, number>();
  for (const known of ports) {
    if (known instanceof EsteiraError) continue;
    // Nodes of one type have one list of ports.
    const shared = named.get(known) ?? namesShared(known);
    named.set(known, shared);
    groups.clear();
    for (const port of known.inputs) {
      const isFree = port.type === 'any' && port.sameAs === undefined && !shared.has(port.name);
      inputs.push(isFree ? free : unknownOf(port, port.sameAs ?? port.name));
    }
    for (const port of known.outputs) {
      const isFree = port.type === 'any' && !groups.has(port.sameAs ?? '');
      outputs.push(isFree ? free : unknownOf(port, port.sameAs ?? ''));
    }
  }
  return { inputs, outputs };

  function unknownOf(port: GraphPort, group: string): number {
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

/** The inputs that other ports are the same as. */
function namesShared({ inputs, outputs }: IndexedPorts): ReadonlySet<string | undefined> {
  return new Set([...inputs, ...outputs].map((port) => port.sameAs));
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
    const a = this.#root(one);
    const b = this.#root(other);
    const left = this.type(a);
    const right = this.type(b);
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
