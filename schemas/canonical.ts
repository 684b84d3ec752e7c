import { EsteiraError } from './errors.ts';

export { writePipeline } from './document/write.ts';

const deepest = 2000;

/**
 * Canonical JSON by RFC 8785: equal values give equal text, whatever the order of their keys, so
 * that it can be hashed. Properties that are undefined are left out, as in JSON.stringify. Throws
 * `value-not-json` for what JSON cannot hold (NaN, a Date, half a character), because a key made
 * of a silently changed value would be wrong.
 */
export function canonicalJson(value: unknown): string {
  return write(value, 0);
}

function write(value: unknown, depth: number): string {
  switch (typeof value) {
    case 'string':
      return text(value);
    case 'boolean':
      return value ? 'true' : 'false';
    case 'number':
      if (!Number.isFinite(value)) throw notJson(String(value));
      // ECMAScript's shortest round-trip form is the one that RFC 8785 prescribes; -0 is 0.
      return String(value);
    case 'object':
      if (value === null) return 'null';
      if (depth > deepest) throw notJson('a value within itself');
      if (Array.isArray(value)) {
        return `[${Array.from(value, (item: unknown) => write(item, depth + 1)).join(',')}]`;
      }
      return object(value as Readonly<Record<string, unknown>>, depth);
    default:
      throw notJson(typeof value);
  }
}

function object(value: Readonly<Record<string, unknown>>, depth: number): string {
  if (!isPlain(value)) throw notJson(value.constructor?.name ?? 'an object');
  const members: string[] = [];
  // The default sort compares UTF-16 code units, as RFC 8785 asks.
  for (const key of Object.keys(value).toSorted()) {
    const item = value[key];
    if (item !== undefined) members.push(`${text(key)}:${write(item, depth + 1)}`);
  }
  return `{${members.join(',')}}`;
}

/** Made by {} or without a prototype, in this realm or another. */
function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

function text(value: string): string {
  if (!value.isWellFormed()) throw notJson('half a character (a lone surrogate)');
  return JSON.stringify(value);
}

function notJson(found: string): EsteiraError {
  return new EsteiraError('value-not-json', { found });
}
