/** A pipeline's revision as its ETag, and back from If-Match. */
import { EsteiraError } from '#schemas/errors.ts';

export const etagOf = (revision: number): Record<string, string> => ({ ETag: `"${revision}"` });

/** No stored revision is below 1, so this one never matches. */
const NO_REVISION = 0;

/**
 * The revision that a change builds upon; `any` for `*`. Throws `etag-needed` without the header: saving over what one
 * has not seen is said out loud or not done.
 */
export function revisionOf(ifMatch: string | undefined): number | 'any' {
  if (ifMatch === undefined) throw new EsteiraError('etag-needed', {});
  if (ifMatch.trim() === '*') return 'any';
  const revision = /^(?:W\/)?"(\d{1,15})"$/.exec(ifMatch.trim())?.[1];
  return revision === undefined ? NO_REVISION : Number(revision);
}
