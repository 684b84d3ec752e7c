import type { Want } from './accept.ts';
import type { Literal } from '../types.ts';

export type WholeWant = 'count' | 'position' | 'offset';

/** Lowest and highest value of each whole-number form. An offset of 4 million days leaves every date's domain. */
export const BOUNDS: { readonly [want in WholeWant]: readonly [number, number] } = {
  count: [0, 1_000_000_000],
  position: [1, 1_000_000_000],
  offset: [-4_000_000, 4_000_000],
};

export function isWhole(want: Want): want is WholeWant {
  return want === 'count' || want === 'position' || want === 'offset';
}

/** Toward zero, then into the bounds. */
export function cutToWhole(value: number, want: WholeWant): number {
  const [lowest, highest] = BOUNDS[want];
  // `+ 0` makes -0 a plain 0.
  return Math.min(Math.max(Math.trunc(value), lowest), highest) + 0;
}

export function cutLiteral(value: Literal, want: Want): Literal {
  return typeof value === 'number' && isWhole(want) ? cutToWhole(value, want) : value;
}
