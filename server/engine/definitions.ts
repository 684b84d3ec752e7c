/** What the definitions of a document (subflows) mean for the keys of the nodes that run them. */
import type { DatasetRef, Definition, Edge } from '#schemas/types.ts';
import { canonicalJson } from '#schemas/canonical.ts';
import { sha256 } from './hash.ts';
import type { Catalogue, Definitions } from './catalogue.ts';
import { paramTexts } from './paramTexts.ts';

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
): (id: string) => DefinitionTraits {
  const known = new Map<string, DefinitionTraits>();
  const find = (id: string): DefinitionTraits => {
    const found = known.get(id);
    if (found) return found;
    if (!Object.hasOwn(definitions, id)) return nothing;
    // Definitions that contain each other are refused elsewhere; here they must only come to an end.
    known.set(id, nothing);
    const traits = traitsOfOne(definitions[id]!, catalogue, find);
    known.set(id, traits);
    return traits;
  };
  return find;
}

function traitsOfOne(
  definition: Definition,
  catalogue: Catalogue,
  find: (id: string) => DefinitionTraits,
): DefinitionTraits {
  const inner: DefinitionTraits[] = [];
  const nodes = definition.nodes.map((node) => {
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
  const { inputs, outputs, parameters } = definition;
  const values = parameters.map(({ name, type, default: preset }) => ({ name, type, preset }));
  const text = canonicalJson({
    nodes,
    wires: wiresByPort(definition.edges),
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

/** By input port, in the order of the edges: only there does their order count. */
function wiresByPort(edges: readonly Edge[]): { [port: string]: string[] } {
  const wires: { [port: string]: string[] } = {};
  for (const { from, to } of edges) {
    (wires[`${to.node}/${to.port}`] ??= []).push(`${from.node}/${from.port}`);
  }
  return wires;
}
