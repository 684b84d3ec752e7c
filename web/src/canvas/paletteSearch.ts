/** Which node types a person means by a few letters, in both languages at once. */
import type { Category, Locale, NodeType } from '#schemas/types.ts';

/** The order of the palette: as work goes. */
export const categories: readonly Category[] = [
  'collect',
  'inspect',
  'columns',
  'rows',
  'combine',
  'clean',
  'split',
  'learn',
  'evaluate',
  'visualise',
  'control',
  'deploy',
  'monitor',
];

/** Without accents and case: "Preencher" is found by "preenche", "árvore" by "arvore". */
export function plain(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
}

/** The best first; all, in the palette's order, for an empty query. */
export function searchTypes(
  types: readonly NodeType[],
  query: string,
  locale: Locale,
): readonly NodeType[] {
  const words = plain(query).split(/\s+/).filter(Boolean);
  if (words.length === 0) return inOrder(types, locale);
  return inOrder(types, locale)
    .map((type) => ({ type, score: score(type, words, locale) }))
    .filter((found) => found.score > 0)
    .toSorted((a, b) => b.score - a.score)
    .map(({ type }) => type);
}

function inOrder(types: readonly NodeType[], locale: Locale): readonly NodeType[] {
  const rank = (type: NodeType): number => categories.indexOf(type.category);
  return types.toSorted(
    (a, b) => rank(a) - rank(b) || a.title[locale].localeCompare(b.title[locale], locale),
  );
}

/** Every word must be found somewhere; where it is found says how well. */
function score(type: NodeType, words: readonly string[], locale: Locale): number {
  const fields = fieldsOf(type, locale);
  let sum = 0;
  for (const word of words) {
    const best = Math.max(...fields.map(([text, weight]) => weight * match(text, word)));
    if (best <= 0) return 0;
    sum += best;
  }
  return sum;
}

type Field = readonly [text: string, weight: number];
const known = new WeakMap<NodeType, Partial<Record<Locale, readonly Field[]>>>();

function fieldsOf(type: NodeType, locale: Locale): readonly Field[] {
  const kept = known.get(type) ?? {};
  known.set(type, kept);
  const other: Locale = locale === 'en' ? 'pt-BR' : 'en';
  return (kept[locale] ??= [
    [plain(type.title[locale]), 10],
    [plain(type.title[other]), 6],
    ...type.synonyms[locale].map((text): Field => [plain(text), 7]),
    ...type.synonyms[other].map((text): Field => [plain(text), 5]),
    [plain(type.type.replaceAll('-', ' ')), 4],
    [plain(type.summary[locale]), 1],
  ]);
}

/** The whole, then the beginning, then the beginning of a word, then anywhere. */
function match(text: string, word: string): number {
  if (text === word) return 4;
  if (text.startsWith(word)) return 3;
  if (text.includes(` ${word}`)) return 2;
  return word.length > 2 && text.includes(word) ? 1 : 0;
}
