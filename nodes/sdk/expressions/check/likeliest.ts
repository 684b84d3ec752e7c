import { nearest } from '#schemas/nearest.ts';

/** Far more than a message shows, so that it says how many others there are; no table is carried along whole. */
const LISTED = 1000;

/** Some candidates to choose from, the likeliest first. */
export function likeliest(wanted: string, candidates: readonly string[]): readonly string[] {
  const best = nearest(wanted, candidates);
  const rest = candidates.filter((candidate) => candidate !== best);
  return (best === undefined ? rest : [best, ...rest]).slice(0, LISTED);
}
