/** How large the panels are: as somebody made them, else as the screen has room, of which the canvas keeps the larger part. */
import { useSyncExternalStore } from 'react';
import type { Panels } from '../store/state.ts';
import { useEditor } from './useEditor.ts';

export type Screen = { readonly width: number; readonly height: number };

export type PanelSizes = {
  /** Unless it yields to a form (canvas/usePaletteFold.ts). */
  readonly paletteOpen: boolean;
  readonly inspectorHeight: number;
  readonly formWidth: number;
  /** The most that the form takes of the canvas; where its fields need less, it takes less. */
  readonly formHeight: number;
  /** The form stands beside canvas and inspector, since over so low a canvas it would be all that is seen. */
  readonly isDocked: boolean;
  /** The palette lies over the canvas rather than beside it, and folds for a form. */
  readonly isNarrow: boolean;
};

/** Pixels, as all lengths here. */
const WIDE = 1600;
/** Narrower than this, the palette would be a third of the screen. */
const SLENDER = 900;
const LOW = 820;
/** From here on a whole chart stands below the canvas. */
const HIGH = 1000;
const SHORT = 560;
/** What the form leaves of the canvas below it: the map stands there. */
const BELOW_FORM = 184;
/** Two fields stand in it. */
const LEAST_FORM = 232;
/** Of a palette that is folded. */
export const RAIL = 48;
/** Of what is below the top bar. */
const TALL_SHARE = 0.6;
/** What the canvas keeps of a low screen, whatever is open. */
const KEPT = 0.6;

/** As in TopBar.css. */
export const topBarHeight = ({ height }: Screen): number => (height < LOW ? 40 : 48);

export function sizesFor(panels: Panels, screen: Screen): PanelSizes {
  const below = screen.height - topBarHeight(screen);
  const isNarrow = screen.width < WIDE;
  const chosen = panels.inspectorHeight ?? usualInspector(screen.height);
  const inspectorHeight = panels.inspectorTall === true ? Math.round(below * TALL_SHARE) : chosen;
  const formWidth = panels.formWidth ?? (isNarrow ? 288 : 320);
  const canvas = below - (panels.inspectorOpen ? inspectorHeight : 0);
  return {
    paletteOpen: panels.paletteOpen ?? screen.width >= SLENDER,
    inspectorHeight,
    formWidth,
    formHeight: panels.formHeight ?? usualForm(canvas, formWidth, screen),
    isDocked: screen.height < SHORT,
    isNarrow,
  };
}

function usualForm(canvas: number, formWidth: number, { width, height }: Screen): number {
  const spare = (width - RAIL) * canvas - KEPT * width * height;
  const most = height < LOW ? Math.floor(spare / formWidth) : canvas;
  return Math.max(LEAST_FORM, Math.min(canvas - BELOW_FORM, most));
}

function usualInspector(height: number): number {
  if (height >= HIGH) return 360;
  return height < LOW ? Math.max(128, Math.round((height * 0.24) / 8) * 8) : 240;
}

export function usePanelSizes(): PanelSizes {
  const panels = useEditor(({ view }) => view.panels);
  return sizesFor(panels, useSyncExternalStore(onResize, screenNow));
}

let last: Screen = { width: 0, height: 0 };

/** The same object while nothing changes. */
export function screenNow(): Screen {
  const { innerWidth: width, innerHeight: height } = globalThis;
  if (last.width !== width || last.height !== height) last = { width, height };
  return last;
}

function onResize(told: () => void): () => void {
  addEventListener('resize', told);
  return () => removeEventListener('resize', told);
}
