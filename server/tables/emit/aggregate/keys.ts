/** Keys of groups, where missing is a value like any other. */

export function sameKeys(keys: readonly string[], left: string, right: string): string {
  if (keys.length === 0) return 'TRUE';
  return keys.map((key) => `${left}.${key} IS NOT DISTINCT FROM ${right}.${key}`).join(' AND ');
}

export function groupBy(keys: readonly string[]): string {
  return keys.length === 0 ? '' : ` GROUP BY ${keys.join(', ')}`;
}
