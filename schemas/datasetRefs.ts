/** Data sets as documents name them: by a name for people and the hash of the content. */
import type { DatasetRef } from './types.ts';

export function isDatasetRef(value: unknown): value is DatasetRef {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, 'hash')) return false;
  const { dataset, hash } = value as { readonly dataset?: unknown; readonly hash?: unknown };
  return typeof dataset === 'string' && typeof hash === 'string' && /^[0-9a-f]{64}$/.test(hash);
}

/** At any depth, in no order that means anything; each as often as it is named. */
export function datasetRefsIn(value: unknown): DatasetRef[] {
  const refs: DatasetRef[] = [];
  // A value of any origin may lie deeper than calls can.
  const left = [value];
  while (left.length > 0) {
    const next = left.pop();
    if (typeof next !== 'object' || next === null) continue;
    if (isDatasetRef(next)) refs.push(next);
    else for (const member of Object.values(next) as unknown[]) left.push(member);
  }
  return refs;
}
