/** What the query process works with. */
import type { TablesPort } from '#nodes/sdk/context.ts';
import type { Catalogue } from '#server/engine/catalogue.ts';
import type { EnginePorts } from '#server/engine/ports.ts';
import type { QueryMemory } from '#server/work/queryChild.ts';

export interface QueryWorld {
  readonly catalogue: Catalogue;
  readonly memory: QueryMemory;
  /** Ports that stop soon after the signal aborts. */
  readonly ports: (signal: AbortSignal) => Omit<EnginePorts, 'cache' | 'history'>;
  readonly aside: Aside;
}

/**
 * Works with tables that leave nothing behind, except for the files that `keep` is told the hashes of. With `file`, that
 * file is every data set.
 */
export type Aside = <T>(
  given: { readonly signal: AbortSignal; readonly file?: string | undefined },
  work: (tables: TablesPort, keep: (hash: string) => Promise<void>) => Promise<T>,
) => Promise<T>;
