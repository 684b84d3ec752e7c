/** Frames and processor time while a hand moves something. */
import { setTimeout as pause } from 'node:timers/promises';
import type { CDPSession, Page } from 'playwright-core';
import type { PageDocument, RequestFrame } from './dom.ts';

declare const document: PageDocument;
declare const requestAnimationFrame: RequestFrame;

export interface Motion {
  /** Frames a second that the page got, at most the screen's 60. */
  readonly fps: number;
  /** Milliseconds of the page's main thread for each frame in which something moved. */
  readonly cpu: number;
}

interface Counting {
  count?: { frames: number; moved: number; from: number; to: number; stop: boolean };
}

/**
 * Counts while `hand` works. What moves is told by the style of `moving`: a frame without a change of it is a frame,
 * yet what was spent is shared among those with one.
 */
export async function duringMotion(
  page: Page,
  cdp: CDPSession,
  moving: string,
  hand: () => Promise<void>,
): Promise<Motion> {
  const { fps, frames, moved, spent } = await framesDuring(page, cdp, moving, hand);
  if (moved === 0) throw new Error(`Nothing moved in ${frames} frames.`);
  return { fps, cpu: spent / moved };
}

export interface Frames {
  readonly fps: number;
  readonly frames: number;
  readonly moved: number;
  /** Milliseconds of the main thread. */
  readonly spent: number;
}

export async function framesDuring(
  page: Page,
  cdp: CDPSession,
  moving: string,
  work: () => Promise<unknown>,
): Promise<Frames> {
  await cdp.send('Performance.enable');
  await page.evaluate(startCounting, moving);
  const before = await mainThread(cdp);
  await work();
  const spent = ((await mainThread(cdp)) - before) * 1000;
  const { frames, moved, from, to } = await page.evaluate(() => {
    const { count } = globalThis as unknown as Counting;
    count!.stop = true;
    return count!;
  });
  return { fps: (frames * 1000) / (to - from), frames, moved, spent };
}

function startCounting(moving: string): void {
  const count = { frames: 0, moved: 0, from: performance.now(), to: 0, stop: false };
  (globalThis as unknown as Counting).count = count;
  const element = document.querySelector(moving);
  if (element === null) throw new Error(`There is no ${moving}.`);
  let last = element.style.transform;
  const frame = (): void => {
    if (count.stop) return;
    count.frames += 1;
    count.to = performance.now();
    const { transform } = element.style;
    if (transform !== last) count.moved += 1;
    last = transform;
    requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
}

/** Seconds that the page's main thread has worked: time on a processor, so others on the machine add none. */
async function mainThread(cdp: CDPSession): Promise<number> {
  const { metrics } = await cdp.send('Performance.getMetrics');
  const found = metrics.find(({ name }) => name === 'ThreadTime');
  if (found === undefined)
    throw new Error('The browser does not tell the time of its main thread.');
  return found.value;
}

/** Between two movements of the hand: twice as often as there are frames, as of a mouse. */
const EVERY = 8;
/** Movements on their way; more would only queue up in the browser. */
const AHEAD = 3;

/** Repeats `move` for so many milliseconds with the number of the step; awaits all of it in the end. */
export async function keepMoving(ms: number, move: (step: number) => Promise<void>): Promise<void> {
  const going = new Set<Promise<void>>();
  const end = performance.now() + ms;
  for (let step = 0; performance.now() < end;) {
    if (going.size < AHEAD) {
      const one = move(step).finally(() => going.delete(one));
      going.add(one);
      step += 1;
    }
    await pause(EVERY);
  }
  await Promise.all(going);
}
