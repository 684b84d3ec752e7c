import LRU from 'zrender/lib/core/LRU.js';

type Cache = LRU<unknown>;

/**
 * ECharts remembers how wide a text is in a plain object by that text. A class or a column named “__proto__” finds what
 * all objects share there, and writes to it. Such texts are remembered under another key.
 */
export function guardTextCache(): void {
  const cache: Pick<Cache, 'get' | 'put'> = LRU.prototype as Cache;
  const { get, put } = cache;
  cache.get = function getGuarded(this: Cache, key) {
    return get.call(this, keyOf(key));
  };
  cache.put = function putGuarded(this: Cache, key, value) {
    return put.call(this, keyOf(key), value);
  };
}

function keyOf(text: string | number): string | number {
  return text in Object.prototype ? `\u0000${text}` : text;
}
