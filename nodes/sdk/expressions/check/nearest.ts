/** The candidate that a person most likely meant, or undefined when none is near. */
export function nearest(wanted: string, candidates: Iterable<string>): string | undefined {
  const target = fold(wanted);
  const limit = Math.max(1, Math.floor(target.length / 3));
  let best: string | undefined;
  let bestDistance = limit + 1;
  for (const candidate of candidates) {
    const distance = editDistance(target, fold(candidate), limit);
    if (distance < bestDistance) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
}

/** More than a message shows, so that it says that there are others. */
const LISTED = 12;

/** Some candidates to choose from, the likeliest first. */
export function likeliest(wanted: string, candidates: readonly string[]): readonly string[] {
  const best = nearest(wanted, candidates);
  const rest = candidates.filter((candidate) => candidate !== best);
  return (best === undefined ? rest : [best, ...rest]).slice(0, LISTED);
}

/** Letter case, accents and separators are what people get wrong first, so they cost nothing. */
function fold(text: string): string {
  return text
    .slice(0, 200)
    .normalize('NFD')
    .replace(/[\p{M}\s_.-]/gu, '')
    .toLowerCase();
}

/** Insertions, deletions and replacements that turn one text into the other; above `limit` only roughly. */
function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = previous[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      current.push(Math.min(replaced, previous[j]! + 1, current[j - 1]! + 1));
    }
    previous = current;
  }
  return previous[b.length]!;
}
