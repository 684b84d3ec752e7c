import { nearest } from '#schemas/nearest.ts';

/** More than a message shows, so that it says that there are others. */
const LISTED = 12;

/** Some candidates to choose from, the likeliest first. */
export function likeliest(wanted: string, candidates: readonly string[]): readonly string[] {
  const best = nearest(wanted, candidates);
  const rest = candidates.filter((candidate) => candidate !== best);
  return (best === undefined ? rest : [best, ...rest]).slice(0, LISTED);
}
