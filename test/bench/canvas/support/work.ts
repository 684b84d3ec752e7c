/** How long it takes from a key press until its effect is painted, and how much of that the page worked. */
import type { CDPSession, Page } from 'playwright-core';
import type { Listening, PageEvent, RequestFrame } from './dom.ts';

declare const requestAnimationFrame: RequestFrame;
declare const addEventListener: Listening;
declare const removeEventListener: Listening;

interface Waiting {
  painted: Promise<number>;
}

/** Presses once, waits until what follows is painted and returns the milliseconds, the wait for the frame included. */
export async function pressed(page: Page, key: string, name: string): Promise<number> {
  await page.evaluate(watchKey, name);
  await page.keyboard.press(key);
  return page.evaluate(() => (globalThis as unknown as Waiting).painted);
}

/** Waits for a `keydown` of this key: `press` of a chord begins with the keys that are held. */
function watchKey(name: string): void {
  (globalThis as unknown as Waiting).painted = new Promise((resolve) => {
    const listen = (event: PageEvent): void => {
      if (event.key !== name) return;
      removeEventListener('keydown', listen, { capture: true });
      requestAnimationFrame(() => {
        // A message that is sent from within a frame comes once that is painted.
        const { port1, port2 } = new MessageChannel();
        const come = (): void => resolve(performance.now() - event.timeStamp);
        port1.addEventListener('message', come, { once: true });
        port1.start();
        port2.postMessage(null);
      });
    };
    addEventListener('keydown', listen, { capture: true });
  });
}

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  /** Microseconds. */
  readonly ts: number;
  readonly dur?: number;
  readonly args: { readonly data?: { readonly type?: string } };
}

/**
 * Milliseconds of the main thread from the press to the end of the painting: its tasks by the browser's own trace,
 * the release of the key among them. Clocks within the page cannot tell them from waiting: after a press the browser
 * holds messages back until the next frame, at times a whole frame longer.
 */
export async function workOfPress(
  page: Page,
  cdp: CDPSession,
  key: string,
  name: string,
): Promise<number> {
  const events: TraceEvent[] = [];
  const collect = ({ value }: { readonly value: readonly unknown[] }): void => {
    events.push(...(value as readonly TraceEvent[]));
  };
  cdp.on('Tracing.dataCollected', collect);
  await cdp.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['toplevel', 'devtools.timeline'] },
  });
  await pressed(page, key, name);
  const complete = new Promise((resolve) => cdp.once('Tracing.tracingComplete', resolve));
  await cdp.send('Tracing.end');
  await complete;
  cdp.off('Tracing.dataCollected', collect);
  return tasksUntilPainted(events) / 1000;
}

const TASK = 'ThreadControllerImpl::RunTask';

/** Microseconds. The last key that goes down is the one of the chord. */
function tasksUntilPainted(events: readonly TraceEvent[]): number {
  const inOrder = events.toSorted((a, b) => a.ts - b.ts);
  const down = inOrder.findLast(
    ({ name, args }) => name === 'EventDispatch' && args.data?.type === 'keydown',
  );
  if (down === undefined) throw new Error('The trace knows of no key press.');
  const thread = inOrder.filter(({ pid, tid }) => pid === down.pid && tid === down.tid);
  // Frames that nothing has asked for may begin meanwhile: the page's own callback marks the one that shows the effect.
  const frame = thread.find(({ name, ts }) => name === 'FireAnimationFrame' && ts > down.ts);
  if (frame === undefined) throw new Error('The trace knows of no frame after the key press.');
  const tasks = thread.filter(
    ({ name, ph, ts, dur = 0 }) =>
      name === TASK && ph === 'X' && ts + dur >= down.ts && ts <= frame.ts,
  );
  if (!tasks.some(({ ts, dur = 0 }) => ts + dur >= frame.ts))
    throw new Error('The trace does not hold the task that painted.');
  return tasks.reduce((sum, { dur = 0 }) => sum + dur, 0);
}
