/** How far the view goes so that a card is seen, in pixels of the screen. */
import type { Point } from '../store/commands/nodes.ts';
import { overlaps, type Box } from './geometry.ts';
import type { Size } from './openRoom.ts';

const MARGIN = 24;
/** The eye follows a view that goes straight more easily: it may go so much further. */
const ASLANT = 96;
/** Its ports reach so far out of a card. */
const EDGE = 6;

const still: Point = { x: 0, y: 0 };

/**
 * The shortest way for a card from beneath what covers the canvas, or from beyond its right or lower edge, where more
 * than half of it is; none while it is seen. `before` is the canvas's size before panels came: what was out of view by
 * then was put there by a hand.
 */
export function wayOut(card: Box, size: Size, covers: readonly Box[], before: Size = size): Point {
  const wasSeen =
    card.x < Math.max(before.width, size.width + card.width) &&
    card.y < Math.max(before.height, size.height + card.height);
  const wide = covers.map(widened);
  const wasWhole = right(card) <= before.width && bottom(card) <= before.height;
  if (!wasSeen || isSeen(card, { size, wide, share: wasWhole ? 1 : 0.5 })) return still;
  const across = [0, size.width - MARGIN - right(card), MARGIN - card.x];
  const down = [0, size.height - MARGIN - bottom(card), MARGIN - card.y];
  for (const cover of covers) {
    across.push(cover.x - MARGIN - right(card), right(cover) + MARGIN - card.x);
    down.push(cover.y - MARGIN - bottom(card), bottom(cover) + MARGIN - card.y);
  }
  let best = { way: still, hidden: Infinity, length: Infinity };
  for (const x of across) {
    for (const y of down) {
      const there = { ...card, x: card.x + x, y: card.y + y };
      const hidden = hiddenOf(there, size, wide);
      const length = Math.abs(x) + Math.abs(y) + (x !== 0 && y !== 0 ? ASLANT : 0);
      const isBetter = hidden === best.hidden ? length < best.length : hidden < best.hidden;
      if (isBetter) best = { way: { x, y }, hidden, length };
    }
  }
  return best.way;
}

const right = ({ x, width }: Box): number => x + width;
const bottom = ({ y, height }: Box): number => y + height;

/** With room for ports beside it. */
function widened({ x, y, width, height }: Box): Box {
  return { x: x - EDGE, y: y - EDGE, width: width + 2 * EDGE, height: height + 2 * EDGE };
}

type Seen = { readonly size: Size; readonly wide: readonly Box[]; readonly share: number };

function isSeen(card: Box, { size, wide, share }: Seen): boolean {
  const isWithin =
    card.x + card.width * share <= size.width && card.y + card.height * share <= size.height;
  return isWithin && !wide.some((cover) => overlaps(card, cover));
}

/** How much of it would be out of view, in whole square pixels: parts of one are no reason to go further. */
function hiddenOf(card: Box, size: Size, covers: readonly Box[]): number {
  const whole = { x: 0, y: 0, ...size };
  const out = card.width * card.height - shared(card, whole);
  return Math.round(covers.reduce((sum, cover) => sum + shared(card, cover), out));
}

function shared(a: Box, b: Box): number {
  const wide = Math.min(right(a), right(b)) - Math.max(a.x, b.x);
  const tall = Math.min(bottom(a), bottom(b)) - Math.max(a.y, b.y);
  return Math.max(0, wide) * Math.max(0, tall);
}
