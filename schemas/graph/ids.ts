/**
 * An id that is not taken yet, made from a word such as the node's type: `split`, then `split-2`,
 * `split-3` and so on. Characters that an id cannot have become hyphens.
 */
export function freshId(word: string, taken: ReadonlySet<string>): string {
  const stem =
    word
      .replaceAll(/[^A-Za-z0-9_-]+/g, '-')
      .replace(/^[-_]+/, '')
      .slice(0, 56) || 'node';
  if (!taken.has(stem)) return stem;
  let number = 2;
  while (taken.has(`${stem}-${number}`)) number += 1;
  return `${stem}-${number}`;
}
