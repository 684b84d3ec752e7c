import { useReactFlow, useStoreApi } from '@xyflow/react';
import { useCallback } from 'react';
import { editor } from '../store/theEditor.ts';
import { CARD } from './geometry.ts';
import { motion } from './motion.ts';

/** Below this a card cannot be read, so going to one comes nearer. */
const READABLE = 0.5;
/** Frames until a card that comes into view has been drawn. */
const PATIENCE = 40;

/** Selects a node and brings it into view; with `focus` its card takes the keys. */
export function useGoTo(): (id: string, focus?: boolean) => void {
  const { setCenter } = useReactFlow();
  const flow = useStoreApi();
  return useCallback(
    (id, focus = false) => {
      const place = editor.get().document.nodesById.get(id)?.position;
      if (place === undefined) return;
      editor.select([id]);
      const { transform, width, height } = flow.getState();
      const [x, y, zoom] = transform;
      const [left, top] = [place.x * zoom + x, place.y * zoom + y];
      const isSeen =
        zoom >= READABLE &&
        left > 0 &&
        top > 0 &&
        left + CARD.width * zoom < width &&
        top + CARD.height * zoom < height;
      if (!isSeen) {
        const middle = { x: place.x + CARD.width / 2, y: place.y + CARD.height / 2 };
        void setCenter(middle.x, middle.y, { zoom: Math.max(zoom, 0.75), ...motion() });
      }
      if (focus) focusCard(id);
    },
    [setCenter, flow],
  );
}

/** Waits for a card that has just been made, or comes into view. */
export function focusCard(id: string, frames = PATIENCE): void {
  const card = cardOf(id);
  if (card !== null) card.focus({ preventScroll: true });
  else if (frames > 0) requestAnimationFrame(() => focusCard(id, frames - 1));
}

export function cardOf(id: string): HTMLElement | null {
  return document.querySelector(`.react-flow__node[data-id="${CSS.escape(id)}"]`);
}

/** The card of the node that is selected alone: where the keys belong once a menu of the canvas is gone. */
export function chosenCard(): HTMLElement | null {
  const [id, another] = editor.get().view.selectedNodes;
  return id === undefined || another !== undefined ? null : cardOf(id);
}
