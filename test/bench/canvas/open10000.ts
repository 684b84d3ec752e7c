/** From the click on a pipeline of 10,000 nodes in the list to a canvas that answers. */
import type { Page } from 'playwright-core';
import { graph } from './support/graph.ts';
import {
  CARD,
  figure,
  interactiveAt,
  TURNS,
  watchFor,
  withPage,
  withPlace,
} from './support/page.ts';
import type { Listening, PageEvent } from './support/dom.ts';

declare const addEventListener: Listening;

export function figures() {
  return withPlace(async ({ browser, server }) => {
    const id = await server.save(graph({ name: '10,000 nodes', nodes: 10_000, length: 100 }));
    const times: number[] = [];
    // The first turn warms the server.
    for (let turn = 0; turn <= TURNS; turn += 1) {
      const seconds = await withPage(browser, (page) => timeToOpen(page, server.url, id));
      if (turn > 0) times.push(seconds);
    }
    return [figure('canvas.open10000', times, { unit: 's', most: 1 })];
  });
}

interface Clicked {
  clicked: number;
}

/** Seconds. Somebody who comes from the list has the page, but not yet the editor's part of it. */
async function timeToOpen(page: Page, url: string, id: string): Promise<number> {
  await page.goto(url);
  const link = page.locator(`a[href="/pipelines/${id}"]`).first();
  await link.waitFor();
  await page.waitForLoadState('networkidle');
  await watchFor(page, CARD, true);
  await page.evaluate(() => {
    const note = ({ timeStamp }: PageEvent): void => {
      (globalThis as unknown as Clicked).clicked = timeStamp;
    };
    addEventListener('click', note, { capture: true, once: true });
  });
  await link.click();
  const at = await interactiveAt(page, CARD);
  const from = await page.evaluate(() => (globalThis as unknown as Clicked).clicked);
  return (at - from) / 1000;
}
