/** Results that people pinned: kept whole, under a key that no run writes to. */
import type { Pipeline, PipelineNode } from '#schemas/types.ts';
import { sha256 } from './hash.ts';
import type { Pin } from './planned.ts';
import type { CachePort } from './ports.ts';

/** Where a pinned result of a node of this type is kept; `key` is what decided the result. */
export const pinKey = (type: string, key: string): string => sha256(`pin ${type} ${key}`);

type Pinned = PipelineNode & Required<Pick<PipelineNode, 'pinned'>>;

/** The pins of a document's top level that are kept here, by node id. The others count as not there. */
export async function keptPins(
  { nodes }: Pick<Pipeline, 'nodes'>,
  cache: Pick<CachePort, 'get'>,
): Promise<ReadonlyMap<string, Pin>> {
  const pinned = nodes.filter((node): node is Pinned => node.pinned !== undefined);
  if (pinned.length === 0) return new Map();
  const stored = await cache.get(pinned.map(({ type, pinned: key }) => pinKey(type, key)));
  const pins = new Map<string, Pin>();
  for (const { id, type, pinned: key } of pinned) {
    const result = stored.get(pinKey(type, key));
    if (result?.kind === 'outputs') pins.set(id, { key, result });
  }
  return pins;
}
