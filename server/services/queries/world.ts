/** What the query process works with. */
import type { Catalogue } from '#server/engine/catalogue.ts';
import type { EnginePorts } from '#server/engine/ports.ts';
import type { QueryMemory } from '#server/work/queryChild.ts';

export interface QueryWorld {
  readonly catalogue: Catalogue;
  readonly memory: QueryMemory;
  /** Ports that stop soon after the signal aborts. */
  readonly ports: (signal: AbortSignal) => Omit<EnginePorts, 'cache' | 'history'>;
}
