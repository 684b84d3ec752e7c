import { ViewportPortal } from '@xyflow/react';
import type { ReactNode } from 'react';
import { useCanvas } from './canvasState.ts';
import './MovingGhost.css';

/** Where many cards will stand once the hand lets go of them: one picture, since moving each would not keep up. */
export function MovingGhost(): ReactNode {
  const moved = useCanvas((state) => state.moved);
  if (moved === undefined) return null;
  const { outline, by } = moved;
  const style = { transform: `translate(${by.x}px, ${by.y}px)` };
  return (
    <ViewportPortal>
      <svg className="moving-ghost" style={style} aria-hidden>
        <path d={outline} />
      </svg>
    </ViewportPortal>
  );
}
