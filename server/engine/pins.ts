/** Results that people pinned: kept whole, under a key that no run writes to. */
import { wanted } from '#schemas/graph.ts';
import type { Definition, Pipeline, PipelineNode } from '#schemas/types.ts';
import { sha256 } from './hash.ts';
import type { GraphPins, Pin, Pins } from './planned.ts';
import type { CachePort } from './ports.ts';

/** Where a pinned result of a node of this type is kept; `key` is what decided the result. */
export const pinKey = (type: string, key: string): string => sha256(`pin ${type} ${key}`);

type Pinned = PipelineNode & Required<Pick<PipelineNode, 'pinned'>>;

/** The pins of a document that are kept here. The others count as not there. */
export async function keptPins(
  { nodes, definitions }: Pick<Pipeline, 'nodes' | 'definitions'>,
  cache: Pick<CachePort, 'get'>,
): Promise<Pins> {
  const top = pinnedOf(nodes);
  const inner = Object.entries(definitions)
    .map(([id, definition]) => [id, pinnedOf(definition.nodes)] as const)
    .filter(([, pinned]) => pinned.length > 0);
  const all = [...top, ...inner.flatMap(([, pinned]) => pinned)];
  if (all.length === 0) return { top: new Map(), inner: new Map() };
  const stored = await cache.get(all.map(({ type, pinned: key }) => pinKey(type, key)));
  const kept = (pinned: readonly Pinned[]): GraphPins => {
    const pins = new Map<string, Pin>();
    for (const { id, type, pinned: key } of pinned) {
      const result = stored.get(pinKey(type, key));
      if (result?.kind === 'outputs') pins.set(id, { key, result });
    }
    return pins;
  };
  return { top: kept(top), inner: new Map(inner.map(([id, pinned]) => [id, kept(pinned)])) };
}

const pinnedOf = (nodes: readonly PipelineNode[]): Pinned[] =>
  nodes.filter((node): node is Pinned => node.pinned !== undefined);

/** The nodes of a definition that run: not those that only lead to pinned ones. Undefined for all of them. */
export function neededInside(
  definition: Definition,
  pins: GraphPins,
): ReadonlySet<string> | undefined {
  const given = definition.outputs.map(({ from }) => from.node);
  return wanted(definition, { pinned: new Set(pins.keys()), given });
}
