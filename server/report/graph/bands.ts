/**
 * Where each card of the graph's picture stands. A page is narrow and graphs are wide: one that is wider than a page
 * can show legibly is cut into bands under one another, as a text is into lines.
 */
import type { Pipeline } from '#schemas/types.ts';

export const CARD = { width: 216, height: 72 } as const;
/** Four cards with their wires: on paper, names are then as large as small print. */
export const PAGE = 1080;
/** Beside the cards, for the wires that lead from one band to another. */
export const SIDE = 28;
const BETWEEN = 56;

export interface Place {
  readonly x: number;
  readonly y: number;
  readonly band: number;
}

export interface Layout {
  readonly width: number;
  readonly height: number;
  readonly places: ReadonlyMap<string, Place>;
  /** The lower edge of each band. */
  readonly ends: readonly number[];
}

/** As its owner arranged it: only where a band begins, after `widest` units, cards go back to the left. */
export function bandsOf({ nodes }: Pick<Pipeline, 'nodes'>, widest = PAGE): Layout {
  const byX = nodes.toSorted((a, b) => a.position.x - b.position.x);
  const bands: (typeof byX)[] = [];
  let from = Number.NEGATIVE_INFINITY;
  for (const node of byX) {
    if (bands.length === 0 || node.position.x + CARD.width - from > widest) {
      bands.push([]);
      from = node.position.x;
    }
    bands.at(-1)!.push(node);
  }
  const places = new Map<string, Place>();
  const ends: number[] = [];
  let width = 0;
  let y = 0;
  for (const [band, members] of bands.entries()) {
    const left = Math.min(...members.map(({ position }) => position.x));
    const top = Math.min(...members.map(({ position }) => position.y));
    if (band > 0) y += BETWEEN;
    let height = 0;
    for (const { id, position } of members) {
      const place = { x: SIDE + position.x - left, y: y + position.y - top, band };
      places.set(id, place);
      width = Math.max(width, place.x + CARD.width + SIDE);
      height = Math.max(height, position.y - top + CARD.height);
    }
    y += height;
    ends.push(y);
  }
  return { width, height: y, places, ends };
}
