import { useStore, type ReactFlowState, type Viewport } from '@xyflow/react';
import { useCallback, useMemo } from 'react';
import { shallow } from 'zustand/shallow';
import type { Box } from './geometry.ts';
import { openingSize } from './openRoom.ts';

/** What is in view grows to a whole number of these, so that not every pixel of a pan asks what is in it. */
const STEP = 96;

/**
 * The part of the plane that is in view, a little enlarged; at first, before the canvas has a size, what will be. From
 * afar nobody asks, and undefined spares the work. While what is held covers a view, it is no new one.
 */
export function useView(
  opening: Viewport,
  { isFar, covers }: { readonly isFar: boolean; readonly covers: (view: Box) => boolean },
): Box | undefined {
  const first = useMemo(() => {
    const { width, height } = openingSize();
    return boxOf([opening.x, opening.y, opening.zoom], width, height);
  }, [opening]);
  const isEnough = useCallback(
    (before: Box | undefined, after: Box | undefined) =>
      shallow(before, after) || (before !== undefined && after !== undefined && covers(after)),
    [covers],
  );
  const view = useStore(isFar ? nowhere : viewOf, isEnough);
  return isFar ? undefined : (view ?? first);
}

const nowhere = (): undefined => undefined;

function viewOf({ transform, width, height }: ReactFlowState): Box | undefined {
  return width === 0 || height === 0 ? undefined : boxOf(transform, width, height);
}

function boxOf(
  [x, y, zoom]: readonly [number, number, number],
  width: number,
  height: number,
): Box {
  return stepped({ x: -x / zoom, y: -y / zoom, width: width / zoom, height: height / zoom });
}

export function stepped({ x, y, width, height }: Box): Box {
  const [left, top] = [down(x), down(y)];
  const right = -down(-x - width);
  const bottom = -down(-y - height);
  return { x: left, y: top, width: right - left, height: bottom - top };
}

const down = (value: number): number => Math.floor(value / STEP) * STEP;
