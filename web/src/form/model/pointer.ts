/** Places within params, named by JSON Pointers (RFC 6901). */

export function pointerPart(name: string): string {
  return name.replaceAll('~', '~0').replaceAll('/', '~1');
}

export function pointerParts(path: string): readonly string[] {
  const parts = path.split('/').slice(1);
  return parts.map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
}

/** The value with another in the place; a place that is not there stays away. */
export function withAt(value: unknown, path: readonly string[], next: unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return next;
  if (Array.isArray(value)) {
    const at = Number(key);
    return at in value ? value.with(at, withAt(value[at], rest, next)) : value;
  }
  if (typeof value !== 'object' || value === null) return value;
  const inner = Object.hasOwn(value, key) ? (Reflect.get(value, key) as unknown) : undefined;
  return { ...value, [key]: withAt(inner, rest, next) };
}

export function valueAt(value: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (at, key) =>
      typeof at === 'object' && at !== null && Object.hasOwn(at, key)
        ? (Reflect.get(at, key) as unknown)
        : undefined,
    value,
  );
}
