import type { Point } from '../store/commands/nodes.ts';
import { overlaps, type Box } from './geometry.ts';

const MARGIN = 12;

/** How far the view must move so that something on the canvas is seen; undefined where it is. */
export function outOf(item: Element): Point | undefined {
  const canvas = item.closest('.canvas');
  if (canvas === null) return undefined;
  const over = canvas.querySelectorAll('.canvas-controls, .minimap:not([hidden])');
  const isWire = item.classList.contains('react-flow__edge');
  const box = item.getBoundingClientRect();
  return shiftInto(
    isWire ? middleOf(box) : box,
    canvas.getBoundingClientRect(),
    Array.from(over, (each) => each.getBoundingClientRect()),
  );
}

/** As far as it takes and no farther; what is larger than the view is shown from its beginning. */
export function shiftInto(box: Box, view: Box, covers: readonly Box[]): Point | undefined {
  const x = along(box.x, box.width, view.x, view.width);
  let y = along(box.y, box.height, view.y, view.height);
  const moved = { ...box, x: box.x + x, y: box.y + y };
  for (const cover of covers) {
    if (overlaps(moved, cover)) y = Math.min(y, cover.y - MARGIN - (box.y + box.height));
  }
  return x === 0 && y === 0 ? undefined : { x, y };
}

function along(start: number, size: number, from: number, length: number): number {
  const before = from + MARGIN - start;
  if (before > 0) return before;
  const after = start + size + MARGIN - (from + length);
  return after > 0 ? Math.max(-after, before) : 0;
}

/** Of a wire, which may be longer than the view, its middle is enough. */
function middleOf({ x, y, width, height }: Box): Box {
  return { x: x + width / 2, y: y + height / 2, width: 0, height: 0 };
}
