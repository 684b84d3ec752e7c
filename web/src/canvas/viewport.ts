/** Where the eye was in each pipeline, kept in this browser; at first, where the graph begins. */
import type { Viewport } from '@xyflow/react';
import { CARD } from './geometry.ts';
import type { DocumentSlice } from '../store/state.ts';

const PREFIX = 'esteira.viewport.';
/** Below this nothing can be read: then the start is shown, at a size that can. */
const LEAST = 0.5;
const READABLE = 0.75;
const MARGIN = 48;

export function keepViewport(id: string | null, viewport: Viewport): void {
  if (id === null) return;
  try {
    localStorage.setItem(PREFIX + id, JSON.stringify(viewport));
  } catch {
    // Storage may be forbidden or full: the view is fitted again next time.
  }
}

type Size = { readonly width: number; readonly height: number };

export function firstViewport(
  { id, nodesById }: Pick<DocumentSlice, 'id' | 'nodesById'>,
  size: Size,
): Viewport {
  return kept(id) ?? fitted(nodesById, size);
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
function fitted(nodes: DocumentSlice['nodesById'], { width, height }: Size): Viewport {
  const places = Array.from(nodes.values(), ({ position }) => position);
  if (places.length === 0) return { x: 0, y: 0, zoom: 1 };
  const least = (axis: 'x' | 'y'): number =>
    places.reduce((low, place) => Math.min(low, place[axis]), Infinity);
  const most = (axis: 'x' | 'y'): number =>
    places.reduce((high, place) => Math.max(high, place[axis]), -Infinity);
  const [left, top] = [least('x'), least('y')];
  const wide = most('x') + CARD.width - left;
  const tall = most('y') + CARD.height - top;
  const fit = Math.min((width - 2 * MARGIN) / wide, (height - 2 * MARGIN) / tall);
  const isWhole = fit >= LEAST;
  const zoom = isWhole ? Math.min(1, fit) : READABLE;
  return {
    zoom,
    x: isWhole ? (width - wide * zoom) / 2 - left * zoom : MARGIN - left * zoom,
    y: tall * zoom < height ? (height - tall * zoom) / 2 - top * zoom : MARGIN - top * zoom,
  };
}
