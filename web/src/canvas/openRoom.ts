/** What of the canvas panels lie over, and what is left of it, in pixels of the screen from its upper left corner. */
import { RAIL, screenNow, sizesFor, topBarHeight } from '../app/panelSizes.ts';
import { RESTING } from '../app/resting.ts';
import { editor } from '../store/theEditor.ts';
import { overlaps, type Box } from './geometry.ts';

/** Of a palette that is open. */
const PALETTE = 208;
/** Between the form and the canvas's edges, as in EditorPage.css. */
const AROUND_FORM = 8;

export type Size = Pick<Box, 'width' | 'height'>;

/** The whole canvas before it stands: the panels around it have their sizes. */
export function openingSize(): Size {
  const screen = screenNow();
  const { panels } = editor.get().view;
  const { inspectorHeight, isNarrow, paletteOpen } = sizesFor(panels, screen);
  const left = paletteOpen && !isNarrow ? PALETTE : RAIL;
  const below = panels.inspectorOpen ? Math.min(inspectorHeight, RESTING) : 0;
  return { width: screen.width - left, height: screen.height - topBarHeight(screen) - below };
}

/** What will be seen of it: a narrow screen's palette lies over its left end. */
export function openingRoom(): Box {
  const screen = screenNow();
  const { width, height } = openingSize();
  const { paletteOpen } = sizesFor(editor.get().view.panels, screen);
  const x = paletteOpen ? width - (screen.width - PALETTE) : 0;
  return { x, y: 0, width: width - x, height };
}

/** The largest upright part that nothing lies over; `withForm` where one is about to open, and the results to rise. */
export function openRoom(withForm = false): Box {
  const canvas = rectOf('.canvas');
  const { x = 0, width = 0, height = 0 } = canvas ?? {};
  const isOver = (box: DOMRect | undefined): box is DOMRect =>
    box !== undefined && canvas !== undefined && overlaps(box, canvas);
  const [palette, form] = [rectOf('.palette'), rectOf('.editor-form')];
  const left = isOver(palette) ? palette.right - x : 0;
  const right = isOver(form) ? form.left - AROUND_FORM - x : width;
  if (!withForm) return { x: left, y: 0, width: Math.max(0, right - left), height };
  const { formWidth, inspectorHeight } = sizesFor(editor.get().view.panels, screenNow());
  const end = Math.min(right, width - formWidth - 2 * AROUND_FORM);
  const below = rectOf('.editor-inspector')?.height;
  const rises = below === undefined ? 0 : Math.max(0, inspectorHeight - below);
  return { x: left, y: 0, width: Math.max(0, end - left), height: height - rises };
}

/** What lies over the canvas. */
export function covers(): readonly Box[] {
  const canvas = rectOf('.canvas');
  if (canvas === undefined) return [];
  return coverings.flatMap((selector) => {
    const box = rectOf(selector);
    if (box === undefined || !overlaps(box, canvas)) return [];
    const { width, height } = box;
    return [{ x: box.x - canvas.x, y: box.y - canvas.y, width, height }];
  });
}

const coverings = ['.palette', '.editor-form', '.minimap:not([hidden])', '.canvas-controls'];

function rectOf(selector: string): DOMRect | undefined {
  return document.querySelector(selector)?.getBoundingClientRect();
}
