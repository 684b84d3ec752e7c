import { useStoreApi } from '@xyflow/react';
import { useEffect } from 'react';
import { setCanvas } from './canvasState.ts';

/**
 * Lets go of a wire once no finger is on the screen. Of two, one that rests on a card keeps its end from whatever
 * follows the wire, which would hang on the canvas and hold the view.
 */
export function useLifted(): void {
  const store = useStoreApi();
  useEffect(() => {
    const leaving = new AbortController();
    const letGo = (): void => {
      if (leaving.signal.aborted || !store.getState().connection.inProgress) return;
      setCanvas({ connecting: undefined });
      document.dispatchEvent(new MouseEvent('touchend'));
    };
    addEventListener(
      'touchend',
      ({ touches, isTrusted }) => {
        // What hears of it as it should comes first.
        if (isTrusted && touches.length === 0) setTimeout(letGo);
      },
      { capture: true, signal: leaving.signal },
    );
    return () => leaving.abort();
  }, [store]);
}
