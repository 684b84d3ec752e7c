import type { Point } from '../store/commands/nodes.ts';
import { overlaps, type Box } from './geometry.ts';
import { openRoom } from './openRoom.ts';

const MARGIN = 12;

/** How far the view must move so that something on the canvas is seen; undefined where it is. */
export function outOf(item: Element): Point | undefined {
  const canvas = item.closest('.canvas');
  if (canvas === null) return undefined;
  const isWire = item.classList.contains('react-flow__edge');
  // Plain, for a browser's rectangle spreads into nothing: its sides belong to its class.
  const { x: left, y: top, width: across, height: down } = item.getBoundingClientRect();
  const box: Box = { x: left, y: top, width: across, height: down };
  const view = canvas.getBoundingClientRect();
  const { x, width } = openRoom();
  return shiftClear(isWire ? middleOf(box) : box, {
    view,
    open: { x: view.x + x, y: view.y, width, height: view.height },
    panels: boxesOf('.palette, .editor-form'),
    covers: boxesOf('.canvas .canvas-controls, .canvas .minimap:not([hidden])'),
  });
}

const boxesOf = (selector: string): readonly Box[] =>
  Array.from(document.querySelectorAll(selector), (each) => each.getBoundingClientRect());

type Places = {
  readonly view: Box;
  /** What of the view no panel lies over, from top to bottom. */
  readonly open: Box;
  readonly panels: readonly Box[];
  readonly covers: readonly Box[];
};

/** Into the view, and where a panel would lie over it there, into what is open of that. */
export function shiftClear(box: Box, { view, open, panels, covers }: Places): Point | undefined {
  const by = shiftInto(box, view, covers);
  const there = { ...box, x: box.x + (by?.x ?? 0), y: box.y + (by?.y ?? 0) };
  const isUnder = panels.some((panel) => overlaps(there, panel));
  return isUnder ? shiftInto(box, open, covers) : by;
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
