import { createHash } from 'node:crypto';
import type { EstimatorState } from '#nodes/lib/estimators/types.ts';

/** One hash over the bytes of every array of a state. */
export function bytesOf(state: EstimatorState): string {
  const hash = createHash('sha256');
  for (const [name, array] of Object.entries(state.arrays)) {
    hash.update(name).update(new Uint8Array(array.buffer, array.byteOffset, array.byteLength));
  }
  return hash.digest('hex');
}
