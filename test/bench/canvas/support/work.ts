/** How long a key press keeps the page busy, and how long until its effect is painted. */
import type { Page } from 'playwright-core';
import type { Listening, PageEvent, RequestFrame } from './dom.ts';

declare const requestAnimationFrame: RequestFrame;
declare const addEventListener: Listening;
declare const removeEventListener: Listening;

export interface KeyCost {
  /** Milliseconds from the press to the end of the painting, the wait for the frame included. */
  readonly toPaint: number;
  /** Milliseconds of work in it: handlers, rendering, layout and painting, without the wait. */
  readonly work: number;
}

interface Waiting {
  cost: Promise<KeyCost>;
}

/** Presses once and waits until what follows is painted. */
export async function pressed(page: Page, key: string, name: string): Promise<KeyCost> {
  await page.evaluate(watchKey, name);
  await page.keyboard.press(key);
  return page.evaluate(() => (globalThis as unknown as Waiting).cost);
}

/** Waits for a `keydown` of this key: `press` of a chord begins with the keys that are held. */
function watchKey(name: string): void {
  const after = (then: () => void): void => {
    // A message comes once the task at hand has ended; from within a frame, once that is painted.
    const { port1, port2 } = new MessageChannel();
    port1.addEventListener('message', then, { once: true });
    port1.start();
    port2.postMessage(null);
  };
  (globalThis as unknown as Waiting).cost = new Promise((resolve) => {
    const listen = (event: PageEvent): void => {
      if (event.key !== name) return;
      removeEventListener('keydown', listen, { capture: true });
      const begun = performance.now();
      let handled = Infinity;
      after(() => (handled = performance.now()));
      requestAnimationFrame(() => {
        const frame = performance.now();
        after(() => {
          const end = performance.now();
          // A frame that follows at once comes before the message: its time must not count twice.
          const handling = Math.min(handled, frame) - begun;
          resolve({ toPaint: end - event.timeStamp, work: handling + (end - frame) });
        });
      });
    };
    addEventListener('keydown', listen, { capture: true });
  });
}
