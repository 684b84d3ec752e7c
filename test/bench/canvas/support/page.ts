/** The built page in a headless browser, as somebody sees it who comes for the first time. */
import type { Browser, CDPSession, Page } from 'playwright-core';
import { buildIfStale } from '../../../../web/build.ts';
import { launchBrowser } from '../../../support/browser.ts';
import { openServer, type BenchServer } from './server.ts';
import type { PageDocument, RequestFrame } from './dom.ts';

declare const document: PageDocument;
declare const requestAnimationFrame: RequestFrame;

export const TURNS = 5;

export interface Place {
  readonly browser: Browser;
  readonly server: BenchServer;
}

/** A browser while `work` lasts; the page is built anew where its sources have changed. */
export async function withBrowser<T>(work: (browser: Browser) => Promise<T>): Promise<T> {
  await buildIfStale();
  const browser = await launchBrowser();
  try {
    return await work(browser);
  } finally {
    await browser.close();
  }
}

/** A server and a browser while `work` lasts. */
export function withPlace<T>(work: (place: Place) => Promise<T>): Promise<T> {
  return withBrowser(async (browser) => {
    const server = await openServer();
    try {
      return await work({ browser, server });
    } finally {
      await server.close();
    }
  });
}

export interface Viewport {
  readonly x: number;
  readonly y: number;
  readonly zoom: number;
}

/** An empty cache and no storage, apart from where the eye was in a pipeline. */
export async function withPage<T>(
  browser: Browser,
  work: (page: Page, cdp: CDPSession) => Promise<T>,
  kept: { readonly id?: string; readonly viewport?: Viewport } = {},
): Promise<T> {
  const context = await browser.newContext({
    locale: 'en-US',
    viewport: { width: 1600, height: 900 },
  });
  try {
    const page = await context.newPage();
    const { id, viewport } = kept;
    await page.addInitScript(
      ([key, value]) => localStorage.setItem(key!, value!),
      id === undefined
        ? ['bench', '']
        : [`esteira.viewport.${id}`, JSON.stringify(viewport ?? { x: 48, y: 48, zoom: 1 })],
    );
    return await work(page, await context.newCDPSession(page));
  } finally {
    await context.close();
  }
}

/** Milliseconds for which the page has to answer every frame to count as interactive. */
const QUIET = 100;
const LATE = 50;

/**
 * The moment, by the page's clock, that `seen` was on the screen and the page began to answer without pause: no frame
 * of the following `QUIET` ms came `LATE` ms after the one before. The clock begins with the navigation.
 */
export async function interactiveAt(page: Page, seen: string): Promise<number> {
  await page.locator(seen).first().waitFor({ state: 'attached' });
  return page.evaluate(() => (globalThis as unknown as Watched).interactive);
}

interface Watched {
  interactive: Promise<number>;
}

/** To be called before the navigation, or before the click that opens `seen`. */
export async function watchFor(page: Page, seen: string, now: boolean): Promise<void> {
  const watch = ([selector, quiet, late]: readonly [string, number, number]): void => {
    (globalThis as unknown as Watched).interactive = new Promise((resolve) => {
      let since: number | undefined;
      let last = performance.now();
      const frame = (): void => {
        const at = performance.now();
        if (document.querySelector(selector) === null) since = undefined;
        else if (since === undefined || at - last > late) since = at;
        last = at;
        if (since !== undefined && at - since >= quiet) resolve(since);
        else requestAnimationFrame(frame);
      };
      requestAnimationFrame(frame);
    });
  };
  const options = [seen, QUIET, LATE] as const;
  if (now) await page.evaluate(watch, options);
  else await page.addInitScript(watch, options);
}

export const CARD = '.react-flow__node';

/** Opens a pipeline by its address and waits until it can be used and nothing is loading. */
export async function openPipeline(page: Page, url: string, seen = CARD): Promise<void> {
  await watchFor(page, seen, false);
  await page.goto(url);
  await interactiveAt(page, seen);
  await page.waitForLoadState('networkidle');
}

export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;
}

export interface Goal {
  readonly unit: string;
  readonly least?: number;
  readonly most?: number;
}

/** The median of the turns, as a figure. */
export function figure(name: string, turns: readonly number[], { unit, least, most }: Goal) {
  const value = median(turns);
  const met = least === undefined ? value <= most! : value >= least;
  const goal = least === undefined ? `≤ ${most}` : `≥ ${least}`;
  return { name, value, unit, goal, met };
}
