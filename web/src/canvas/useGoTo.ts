import { useReactFlow } from '@xyflow/react';
import { useCallback } from 'react';
import { editor } from '../store/theEditor.ts';
import { CARD } from './geometry.ts';
import { motion } from './motion.ts';
import { openRoom } from './openRoom.ts';

/** Below this a card cannot be read, so going to one comes nearer. */
const READABLE = 0.5;
/** Frames until a card that comes into view has been drawn. */
const PATIENCE = 40;

/** Selects a node and brings it into view; with `focus` its card takes the keys. */
export function useGoTo(): (id: string, focus?: boolean) => void {
  const { getViewport, setViewport } = useReactFlow();
  return useCallback(
    (id, focus = false) => {
      const place = editor.get().document.nodesById.get(id)?.position;
      if (place === undefined) return;
      editor.select([id]);
      const { x, y, zoom } = getViewport();
      const room = openRoom(true);
      const [left, top] = [place.x * zoom + x - room.x, place.y * zoom + y];
      const isSeen =
        zoom >= READABLE &&
        left > 0 &&
        top > 0 &&
        left + CARD.width * zoom < room.width &&
        top + CARD.height * zoom < room.height;
      // What is seen now may not be where the view is on its way to, for somebody faster than it: it stops.
      if (isSeen) void setViewport({ x, y, zoom });
      else {
        const middle = { x: place.x + CARD.width / 2, y: place.y + CARD.height / 2 };
        const near = Math.max(zoom, 0.75);
        const next = {
          x: room.x + room.width / 2 - middle.x * near,
          y: room.height / 2 - middle.y * near,
          zoom: near,
        };
        void setViewport(next, motion());
      }
      if (focus) focusCard(id);
    },
    [getViewport, setViewport],
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
