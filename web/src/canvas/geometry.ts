/** Where things stand on the canvas, in its own units: pixels at zoom 1. */
import type { Note, PipelineNode } from '#schemas/types.ts';
import type { PortSpecs } from '../store/ports.ts';
import type { Point } from '../store/commands/nodes.ts';

export const CARD = { width: 216, height: 72 } as const;
export const GRID = 8;
/** The dot that is drawn; what can be hit around it is larger (NodeCard.css). */
export const DOT = 12;
const ROW = 26;

/** A card with many ports grows, so that each keeps its distance. */
export function cardHeight({ inputs, outputs }: PortSpecs): number {
  return Math.max(CARD.height, Math.max(inputs.length, outputs.length) * ROW + 8);
}

/** The middle of a port, from the top of its card. */
export function portY(index: number, count: number, height: number): number {
  const step = Math.min(ROW, height / (count + 1));
  return height / 2 + (index - (count - 1) / 2) * step;
}

export const snapped = (value: number): number => Math.round(value / GRID) * GRID;

export const snappedPoint = ({ x, y }: Point): Point => ({ x: snapped(x), y: snapped(y) });

export type Box = Point & { readonly width: number; readonly height: number };

/** Of a card as most are; one with many ports is taller. */
export const cardBox = ({ position }: Pick<PipelineNode, 'position'>): Box => ({
  ...position,
  ...CARD,
});

export const noteBox = ({ position, width, height }: Note): Box => ({ ...position, width, height });

export const overlaps = (a: Box, b: Box, gap = 0): boolean =>
  a.x < b.x + b.width + gap &&
  b.x < a.x + a.width + gap &&
  a.y < b.y + b.height + gap &&
  b.y < a.y + a.height + gap;

/** The place nearest below `wanted` where a card, or what else has a size, covers no other. */
export function freePlace(
  wanted: Point,
  taken: readonly Box[],
  size: Pick<Box, 'width' | 'height'> = CARD,
): Point {
  let place = snappedPoint(wanted);
  for (let tries = 0; tries < 200; tries += 1) {
    const box = { ...place, ...size };
    if (!taken.some((other) => overlaps(box, other, 8))) return place;
    place = { x: place.x, y: place.y + GRID * 4 };
  }
  return place;
}

/** What holds all boxes; undefined without any. */
export function boundsOf(boxes: Iterable<Box>): Box | undefined {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { x, y, width, height } of boxes) {
    left = Math.min(left, x);
    top = Math.min(top, y);
    right = Math.max(right, x + width);
    bottom = Math.max(bottom, y + height);
  }
  return left === Infinity
    ? undefined
    : { x: left, y: top, width: right - left, height: bottom - top };
}
