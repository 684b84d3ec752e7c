import { useStoreApi } from '@xyflow/react';
import { useEffect, useRef, type ReactNode } from 'react';
import { followView } from './followView.ts';
import { GRID } from './geometry.ts';
import './Dots.css';

const GAP = GRID * 3;

/**
 * Dots that move and grow with the plane. They are the background of one element, which follows without React: an SVG
 * pattern, as React Flow's own, is laid out and painted anew for each turn of the wheel, a third of what a frame costs.
 */
export function Dots(): ReactNode {
  const dots = useRef<HTMLDivElement>(null);
  const flow = useStoreApi();
  useEffect(
    () =>
      followView(flow, () => {
        if (dots.current === null) return;
        const [x, y, zoom] = flow.getState().transform;
        const { style } = dots.current;
        style.backgroundSize = `${GAP * zoom}px ${GAP * zoom}px`;
        style.backgroundPosition = `${x}px ${y}px`;
      }),
    [flow],
  );
  return <div ref={dots} className="dots" aria-hidden />;
}
