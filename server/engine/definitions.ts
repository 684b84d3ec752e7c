/** What the definitions of a document (subflows) mean for the keys of the nodes that run them. */
import type { DatasetRef, Definition, Edge, PortRef } from '#schemas/types.ts';
import { canonicalJson } from '#schemas/canonical.ts';
import { sha256 } from './hash.ts';
import type { Catalogue, Definitions } from './catalogue.ts';
import { paramTexts } from './paramTexts.ts';
import { neededInside } from './pins.ts';
import type { GraphPins } from './planned.ts';

/** A node that runs a definition is random, needs tensors or acts on the world as soon as anything inside does. */
export interface DefinitionTraits {
  /** Of everything inside that can change a result; labels, notes and positions do not count. */
  readonly hash: string;
  readonly random: boolean;
  readonly tensors: boolean;
  readonly effect: boolean;
}

const nothing: DefinitionTraits = { hash: '', random: false, tensors: false, effect: false };

/** Traits by id, definitions inside definitions included. Each is worked out once, when it is first asked for. */
export function traitsOf(
  definitions: Definitions,
  catalogue: Catalogue,
  pins: ReadonlyMap<string, GraphPins> = new Map(),
): (id: string) => DefinitionTraits {
  const known = new Map<string, DefinitionTraits>();
  const find = (id: string): DefinitionTraits => {
    const found = known.get(id);
    if (found) return found;
    if (!Object.hasOwn(definitions, id)) return nothing;
    // Definitions that contain each other are refused elsewhere; here they must only come to an end.
    known.set(id, nothing);
    const traits = traitsOfOne(definitions[id]!, catalogue, find, pins.get(id));
    known.set(id, traits);
    return traits;
  };
  return find;
}

function traitsOfOne(
  definition: Definition,
  catalogue: Catalogue,
  find: (id: string) => DefinitionTraits,
  pins: GraphPins | undefined,
): DefinitionTraits {
  const inner: DefinitionTraits[] = [];
  const { nodes: all, edges, inputs } = pins ? asPinned(definition, pins) : definition;
  const nodes = all.map((node) => {
    const pin = pins?.get(node.id);
    // It has one result, whatever it is made of.
    if (pin) return { id: node.id, type: node.type, pinned: pin.key };
    const entry = catalogue.find(node.type);
    const data: { [path: string]: DatasetRef } = {};
    const params = paramTexts(node.params, data);
    const sources = Object.entries(data)
      .map(([path, { hash }]) => `${path} ${hash}`)
      .sort();
    const runs = entry?.definitionParam && node.params[entry.definitionParam];
    const traits = typeof runs === 'string' ? find(runs) : nothing;
    inner.push(traits, {
      hash: '',
      random: entry?.definition.random ?? false,
      tensors: entry?.definition.tensors ?? false,
      effect: entry?.definition.effect ?? false,
    });
    const type = entry?.definition.type ?? node.type;
    return { id: node.id, type, version: entry?.version, params, sources, runs: traits.hash };
  });
  nodes.sort((a, b) => (a.id < b.id ? -1 : 1));
  const { outputs, parameters } = definition;
  const values = parameters.map(({ name, type, default: preset }) => ({ name, type, preset }));
  const text = canonicalJson({
    nodes,
    wires: wiresByPort(edges),
    inputs,
    outputs,
    values,
  });
  return {
    hash: sha256(text),
    random: inner.some((traits) => traits.random),
    tensors: inner.some((traits) => traits.tensors),
    effect: inner.some((traits) => traits.effect),
  };
}

/** What is left of a definition once nothing is made for the sake of what is pinned in it. */
function asPinned(definition: Definition, pins: GraphPins): Definition {
  const needed = neededInside(definition, pins);
  const runs = (id: string): boolean => needed?.has(id) ?? true;
  const isFed = ({ node }: PortRef): boolean => runs(node) && !pins.has(node);
  return {
    ...definition,
    nodes: definition.nodes.filter(({ id }) => runs(id)),
    edges: definition.edges.filter(({ from, to }) => runs(from.node) && isFed(to)),
    inputs: definition.inputs.map((input) => ({ ...input, to: input.to.filter(isFed) })),
  };
}

/** By input port, in the order of the edges: only there does their order count. */
function wiresByPort(edges: readonly Edge[]): { [port: string]: string[] } {
  const wires: { [port: string]: string[] } = {};
  for (const { from, to } of edges) {
    (wires[`${to.node}/${to.port}`] ??= []).push(`${from.node}/${from.port}`);
  }
  return wires;
}
