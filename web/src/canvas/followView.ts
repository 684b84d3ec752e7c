import type { useStoreApi } from '@xyflow/react';

/**
 * Calls `place` now and in each frame in which the view has moved or grown, however often it did. Until what is
 * returned is called.
 */
export function followView(flow: ReturnType<typeof useStoreApi>, place: () => void): () => void {
  let frame = 0;
  const inFrame = (): void => {
    frame = 0;
    place();
  };
  place();
  const stop = flow.subscribe((now, before) => {
    const isSame =
      now.transform === before.transform &&
      now.width === before.width &&
      now.height === before.height;
    if (!isSame && frame === 0) frame = requestAnimationFrame(inFrame);
  });
  return () => {
    cancelAnimationFrame(frame);
    stop();
  };
}
