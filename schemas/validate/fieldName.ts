/** The unescaped segments of a JSON Pointer (RFC 6901). */
export function pointerSegments(path: string): readonly string[] {
  return path
    .split('/')
    .slice(1)
    .map((segment) => segment.replaceAll('~1', '/').replaceAll('~0', '~'));
}

export function pointer(segments: readonly (string | number)[]): string {
  return segments
    .map((segment) => `/${String(segment).replaceAll('~', '~0').replaceAll('/', '~1')}`)
    .join('');
}

/**
 * A place in a document for people: “nodes › item 3 › version”, counted from 1. The whole is
 * called by the code `document`, which has a word in each language.
 */
export function fieldName(path: string, last?: string): string {
  const segments = pointerSegments(path).map((segment) =>
    /^\d+$/.test(segment) ? `item ${Number(segment) + 1}` : segment,
  );
  if (last !== undefined) segments.push(last);
  return segments.length === 0 ? 'document' : `“${segments.join(' › ')}”`;
}
