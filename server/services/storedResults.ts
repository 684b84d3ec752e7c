/** Kept results for the engine, read from their texts. */
import type { CachePort, Stored } from '#server/engine/ports.ts';

type Find = (keys: readonly string[]) => Promise<ReadonlyMap<string, string>>;

export function storedResults(find: Find): Pick<CachePort, 'get'> {
  return {
    async get(keys) {
      if (keys.length === 0) return new Map();
      return new Map(
        [...(await find(keys))].map(([key, text]) => [key, JSON.parse(text) as Stored]),
      );
    },
  };
}
