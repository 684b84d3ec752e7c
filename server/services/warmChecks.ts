/** Compiles ahead what checking params needs, so that the first click on Run does not wait for it. */
import type { Json } from '#schemas/types.ts';
import type { NodeDefinition } from '#nodes/sdk/node.ts';
import type { Catalogue } from '#server/engine/catalogue.ts';
import { fillDefaults } from '#server/engine/params.ts';

type Params = { readonly [name: string]: Json };
type Schema = Parameters<typeof fillDefaults>[0];

/** One node type a turn of the event loop, until all are done or the signal aborts: work that comes goes first. */
export async function warmChecks(
  nodes: readonly NodeDefinition[],
  catalogue: Catalogue,
  signal?: AbortSignal,
): Promise<void> {
  for (const { type, params } of nodes) {
    await new Promise((resolve) => setImmediate(resolve));
    if (signal?.aborted) return;
    catalogue.find(type)?.check(fillDefaults(params as unknown as Schema, {}) as Params, type);
  }
}
