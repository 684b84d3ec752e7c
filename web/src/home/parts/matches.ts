const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replaceAll(/\p{Mn}/gu, '')
    .toLowerCase();

/** Whether every word that was typed stands in the text, whatever its case and accents. */
export function matches(text: string, query: string): boolean {
  const found = plain(text);
  return plain(query)
    .split(/\s+/)
    .every((word) => found.includes(word));
}
