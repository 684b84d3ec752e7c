import type { FocusEvent } from 'react';
import { usePanelSizes } from '../app/panelSizes.ts';
import { setPanels } from '../app/setPanels.ts';
import { useEditor } from '../app/useEditor.ts';
import { setCanvas, useCanvas } from './canvasState.ts';

export type PaletteFold = {
  readonly isOpen: boolean;
  /** Whether it lies over the canvas, which keeps its place beneath it whether the palette is open or folded. */
  readonly isOver: boolean;
  readonly toggle: () => void;
  readonly onFocus: () => void;
  readonly onBlur: (event: FocusEvent) => void;
};

/**
 * On a narrow screen the palette folds to its icons while a form is open, for the canvas needs the room, but not from
 * under a hand: while somebody searches in it or drags out of it, it stays. Whoever opens it beside a form has it so
 * from then on.
 */
export function usePaletteFold(): PaletteFold {
  const { paletteStays = false } = useEditor(({ view }) => view.panels);
  const hasForm = useEditor(({ view }) => view.selectedNodes.size === 1);
  const isUsed = useCanvas((state) => state.paletteUsed);
  const { isNarrow: isOver, paletteOpen } = usePanelSizes();
  const yields = isOver && hasForm;
  const isOpen = paletteOpen && (!yields || paletteStays || isUsed);
  return {
    isOpen,
    isOver,
    toggle: () => {
      if (isOpen) {
        setCanvas({ paletteUsed: false });
        setPanels({ paletteOpen: false, paletteStays: false });
      } else setPanels({ paletteOpen: true, ...(yields ? { paletteStays: true } : {}) });
    },
    onFocus: () => {
      if (isOpen) setCanvas({ paletteUsed: true });
    },
    onBlur: ({ currentTarget, relatedTarget }) => {
      // Another window has the keys for a while.
      if (!document.hasFocus() || currentTarget.contains(relatedTarget)) return;
      setCanvas({ paletteUsed: false });
    },
  };
}
