/**
 * The most frequent value; of several equally frequent ones the smallest (numbers by size, texts by code
 * point), so that the order of the rows does not matter. Null for an empty list.
 */
export function mode<Value extends number | string>(values: Iterable<Value>): Value | null {
  const counts = new Map<Value, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  let best: Value | null = null;
  let most = 0;
  for (const [value, count] of counts) {
    if (count > most || (count === most && best !== null && precedes(value, best))) {
      best = value;
      most = count;
    }
  }
  return best;
}

function precedes(a: number | string, b: number | string): boolean {
  if (typeof a === 'number' || typeof b === 'number') return a < b;
  return compareCodePoints(a, b) < 0;
}

/**
 * Binary text order: negative where `a` comes first. JavaScript's `<` compares UTF-16 units, which puts
 * emoji before some rarer letters and so would differ from DuckDB.
 */
export function compareCodePoints(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  let i = 0;
  while (i < length && a.charCodeAt(i) === b.charCodeAt(i)) i++;
  if (i === length) return a.length - b.length;
  // Where both texts differ inside a surrogate pair, the lower half decides as the whole would.
  return a.codePointAt(i)! - b.codePointAt(i)!;
}
