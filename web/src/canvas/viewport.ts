/** Where the eye was in each pipeline, kept in this browser; at first, where the graph begins. */
import type { Viewport } from '@xyflow/react';
import { boundsOf, cardBox, noteBox, type Box } from './geometry.ts';
import type { DocumentSlice } from '../store/state.ts';

const PREFIX = 'esteira.viewport.';
/** Below this nothing can be read: then the start is shown, at a size that can. */
const LEAST = 0.5;
const READABLE = 0.75;
const MARGIN = 48;
/** So far out that the largest graph is seen whole: 20,000 nodes as people lay them out. */
export const MIN_ZOOM = 0.01;

export function keepViewport(id: string | null, viewport: Viewport): void {
  if (id === null) return;
  try {
    localStorage.setItem(PREFIX + id, JSON.stringify(viewport));
  } catch {
    // Storage may be forbidden or full: the view is fitted again next time.
  }
}

type Size = { readonly width: number; readonly height: number };
/** A part of the canvas that nothing lies over. */
type Room = Size & { readonly x?: number };

type Graph = Pick<DocumentSlice, 'nodesById' | 'notesById'>;

export function firstViewport(document: Graph & Pick<DocumentSlice, 'id'>, room: Room): Viewport {
  return kept(document.id) ?? fitted(document, room);
}

function kept(id: string | null): Viewport | undefined {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(PREFIX + (id ?? '')) ?? 'null');
    if (typeof value !== 'object' || value === null) return undefined;
    const { x, y, zoom } = value as Partial<Viewport>;
    const isWhole = [x, y, zoom].every((part) => Number.isFinite(part)) && (zoom ?? 0) > 0;
    return isWhole ? (value as Viewport) : undefined;
  } catch {
    return undefined;
  }
}

/** All of it while it can be read; else its left end, where the data comes in. */
function fitted({ nodesById, notesById }: Graph, room: Room): Viewport {
  const cards = Array.from(nodesById.values(), cardBox);
  const notes = Array.from(notesById.values(), noteBox);
  const bounds = boundsOf([...cards, ...notes]);
  if (bounds === undefined) return { x: 0, y: 0, zoom: 1 };
  const whole = wholeIn(bounds, room);
  if (whole.zoom >= LEAST) return whole;
  const { x, y, height } = bounds;
  const zoom = READABLE;
  return {
    zoom,
    x: (room.x ?? 0) + MARGIN - x * zoom,
    y:
      height * zoom < room.height
        ? (room.height - height * zoom) / 2 - y * zoom
        : MARGIN - y * zoom,
  };
}

/** Whether nothing of it is out of view. What reaches a pixel over the edge is seen all the same. */
export function isInView({ x, y, width, height }: Box, at: Viewport, size: Size): boolean {
  const left = x * at.zoom + at.x;
  const top = y * at.zoom + at.y;
  return (
    left >= -1 &&
    top >= -1 &&
    left + width * at.zoom <= size.width + 1 &&
    top + height * at.zoom <= size.height + 1
  );
}

/** All of it and in the middle, however small that makes it; never larger than life. */
export function wholeIn({ x, y, width, height }: Box, room: Room): Viewport {
  const within = (length: number): number => Math.max(length - 2 * MARGIN, length / 2);
  const fit = Math.min(within(room.width) / width, within(room.height) / height);
  const zoom = Math.max(MIN_ZOOM, Math.min(1, fit));
  return {
    zoom,
    x: (room.x ?? 0) + (room.width - width * zoom) / 2 - x * zoom,
    y: (room.height - height * zoom) / 2 - y * zoom,
  };
}
