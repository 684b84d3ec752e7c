import { useCallback, type PointerEvent as ReactPointerEvent } from 'react';

/** Milliseconds, as long as phones take. */
const LONG = 550;
/** Pixels that a resting finger may wander. */
const STILL = 8;

export type Press = Pick<MouseEvent, 'target' | 'clientX' | 'clientY'>;

/** A finger that rests asks for what the right button asks for; not every browser says so by itself. */
export function useLongPress(onPress: (press: Press) => void): (event: ReactPointerEvent) => void {
  return useCallback(
    ({ pointerType, isPrimary, target, clientX, clientY }) => {
      const isOnGraph = target instanceof Element && target.closest('.react-flow__pane') !== null;
      if (pointerType !== 'touch' || !isPrimary || !isOnGraph) return;
      const finish = (): void => {
        clearTimeout(timer);
        for (const name of ends) removeEventListener(name, finish, true);
        removeEventListener('pointermove', onMove, true);
      };
      const onMove = (event: PointerEvent): void => {
        const way = Math.hypot(event.clientX - clientX, event.clientY - clientY);
        if (way > STILL) finish();
      };
      const timer = setTimeout(() => {
        finish();
        addEventListener('touchend', swallow, { capture: true, once: true, passive: false });
        onPress({ target, clientX, clientY });
      }, LONG);
      for (const name of ends) addEventListener(name, finish, true);
      addEventListener('pointermove', onMove, true);
    },
    [onPress],
  );
}

/** Or the finger that goes up would click beside the menu, which closes it. */
const swallow = (event: Event): void => event.preventDefault();

/** A second finger makes it a pinch; the first one's own event has passed the window's capture by then. */
const ends = ['pointerdown', 'pointerup', 'pointercancel'] as const;
