import { useReactFlow, useStore } from '@xyflow/react';
import { useEffect, useRef, type RefObject } from 'react';
import { useEditor } from '../app/useEditor.ts';
import { editor } from '../store/theEditor.ts';
import { CARD, GRID } from './geometry.ts';
import { motion } from './motion.ts';

const MARGIN = 24;

/** Panels open when a node is selected: the canvas moves just so far that they do not cover it. */
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
    if (isHeld.current) return;
    const place = id === undefined ? undefined : editor.get().document.nodesById.get(id)?.position;
    if (place === undefined || width === 0) return;
    const { x, y, zoom } = getViewport();
    const was = before.current;
    const dx = shift(place.x * zoom + x, CARD.width * zoom, width, was.width);
    const dy = shift(place.y * zoom + y, CARD.height * zoom, height, was.height);
    const right = (place.x + CARD.width) * zoom + x + dx;
    const bottom = (place.y + CARD.height) * zoom + y + dy;
    const lift = aboveMap(right, bottom);
    const next = { x: x + dx, y: y + dy - lift, zoom };
    if (next.x !== x || next.y !== y) void setViewport(next, motion());
  }, [id, width, height, isHeld, getViewport, setViewport]);
}

/** How far a card that ends there must rise so that the map does not cover it. */
function aboveMap(right: number, bottom: number): number {
  const map = document.querySelector<HTMLElement>('.minimap:not([hidden])');
  if (map === null || right <= map.offsetLeft || bottom <= map.offsetTop) return 0;
  return bottom + GRID - map.offsetTop;
}

/** Whether a button or a finger is down: a canvas that moves would take along what the hand is dragging. */
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

const ends = ['pointerup', 'pointercancel'] as const;

/**
 * How far a card must go so that it is whole again; 0 while most of it is seen, and where it was out of view before,
 * since hands put it there.
 */
function shift(start: number, size: number, length: number, before: number): number {
  const isCovered = start + size / 2 > length && start < Math.max(before, length + size);
  return isCovered ? -Math.min(start + size + MARGIN - length, Math.max(0, start - MARGIN)) : 0;
}
