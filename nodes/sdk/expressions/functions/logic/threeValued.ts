import type { Cell } from '../../types.ts';

/** SQL's AND: false decides, otherwise null does. */
export function conjunction(a: Cell, b: Cell): boolean | null {
  if (a === false || b === false) return false;
  return a === null || b === null ? null : true;
}
