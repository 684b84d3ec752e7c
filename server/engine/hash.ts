/** Hashes of texts and of values. */
import { hash } from 'node:crypto';
import { canonicalJson } from '#schemas/canonical.ts';

export function sha256(text: string): string {
  return hash('sha256', text, 'hex');
}

/**
 * The hash of a value by the hashes of its parts. Frozen values share structure (each table's plan holds the plan
 * before it), so what was hashed once is remembered and a chain of n plans costs n, not n²; and no depth overflows.
 */
export function contentHash(value: unknown): string {
  if (!isNested(value)) return sha256(canonicalJson(value));
  const stack: object[] = [value];
  while (stack.length > 0) {
    const top = stack.at(-1)!;
    const open = known.has(top) ? [] : children(top).filter((child) => !known.has(child));
    if (open.length > 0) {
      stack.push(...open);
      continue;
    }
    if (!known.has(top)) known.set(top, sha256(shallow(top)));
    stack.pop();
  }
  return known.get(value)!;
}

const known = new WeakMap<object, string>();

const isNested = (value: unknown): value is object => typeof value === 'object' && value !== null;

const children = (value: object): object[] => Object.values(value).filter(isNested);

/** The value's text with each nested value by its hash; '#' cannot start a JSON text, so the two never mix. */
function shallow(value: object): string {
  const text = (part: unknown) => (isNested(part) ? `#${known.get(part)}` : canonicalJson(part));
  if (Array.isArray(value)) return `[${value.map(text).join(',')}]`;
  const members = Object.entries(value).filter(([, member]) => member !== undefined);
  members.sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${members.map(([key, member]) => `${JSON.stringify(key)}:${text(member)}`).join(',')}}`;
}
