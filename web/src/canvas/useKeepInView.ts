import { useReactFlow, useStore } from '@xyflow/react';
import { useEffect, useRef, type RefObject } from 'react';
import { useEditor } from '../app/useEditor.ts';
import { editor } from '../store/theEditor.ts';
import { CARD } from './geometry.ts';
import { motion } from './motion.ts';
import { covers } from './openRoom.ts';
import { wayOut } from './wayOut.ts';

/** Panels open when a node is selected: the view moves just so far that they do not cover it. */
export function useKeepInView(): void {
  const { getViewport, setViewport } = useReactFlow();
  const width = useStore((state) => state.width);
  const height = useStore((state) => state.height);
  const id = useEditor(({ view }) => {
    const [one, another] = view.selectedNodes;
    return another === undefined ? one : undefined;
  });
  const isHeld = useIsHeld();
  // As large as the canvas was before the panels came.
  const before = useRef({ id, width, height });
  useEffect(() => {
    if (before.current.id !== id) before.current = { id, width, height };
    if (id === undefined || width === 0) return;
    const look = (): void => {
      const place = editor.get().document.nodesById.get(id)?.position;
      if (place === undefined) return;
      const { x, y, zoom } = getViewport();
      const card = {
        x: place.x * zoom + x,
        y: place.y * zoom + y,
        width: CARD.width * zoom,
        height: CARD.height * zoom,
      };
      const way = wayOut(card, { width, height }, covers(), before.current);
      if (way.x === 0 && way.y === 0) return;
      void setViewport({ x: x + way.x, y: y + way.y, zoom }, { ...motion(), ...straight });
    };
    return lookWhenFree(look, () => isHeld.current);
  }, [id, width, height, isHeld, getViewport, setViewport]);
}

/** Straight: the other way goes further out on its way, and would be caught there by the next look. */
const straight = { interpolate: 'linear' } as const;

/**
 * Looks at once, and again whenever the form has grown, as it does when its fields come. Not while a button or a finger
 * is down, but after: a canvas that moves would take along what the hand is dragging.
 */
function lookWhenFree(look: () => void, isHeld: () => boolean): () => void {
  let isWanted = false;
  let frame = 0;
  const tryNow = (): void => {
    isWanted = isHeld();
    if (!isWanted) look();
  };
  // By the next frame what was in the hand has its place.
  const onUp = (): void => {
    if (isWanted) frame = requestAnimationFrame(tryNow);
  };
  const form = document.querySelector('.editor-form');
  const grown = new ResizeObserver(tryNow);
  if (form !== null) grown.observe(form);
  for (const name of ends) addEventListener(name, onUp);
  tryNow();
  return () => {
    grown.disconnect();
    cancelAnimationFrame(frame);
    for (const name of ends) removeEventListener(name, onUp);
  };
}

const ends = ['pointerup', 'pointercancel'] as const;

/** Whether a button or a finger is down. */
function useIsHeld(): RefObject<boolean> {
  const isHeld = useRef(false);
  useEffect(() => {
    const down = (): void => void (isHeld.current = true);
    const up = (): void => void (isHeld.current = false);
    addEventListener('pointerdown', down, true);
    for (const name of ends) addEventListener(name, up, true);
    return () => {
      removeEventListener('pointerdown', down, true);
      for (const name of ends) removeEventListener(name, up, true);
    };
  }, []);
  return isHeld;
}
