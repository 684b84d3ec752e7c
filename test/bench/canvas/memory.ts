/** What stays in the page's memory after fifty pipelines were opened from the list and left again. */
import type { CDPSession, Page } from 'playwright-core';
import { graph } from './support/graph.ts';
import { CARD, figure, TURNS, withPage, withPlace } from './support/page.ts';

const PIPELINES = 50;
const NODES = 200;
/** Openings before the start: the browser compiles what is run often, once, and keeps it, in about as many. */
const WARM = 8;

export function figures() {
  return withPlace(async ({ browser, server }) => {
    const ids: string[] = [];
    for (let at = 0; at < PIPELINES; at += 1) {
      ids.push(await server.save(graph({ name: `Pipeline ${at}`, nodes: NODES })));
    }
    const ratios: number[] = [];
    for (let turn = 0; turn < TURNS; turn += 1) {
      ratios.push(
        await withPage(browser, async (page, cdp) => {
          await page.goto(server.url);
          // Programs stay, and so does the machine code that the browser makes of what it has run a few times: most
          // of what grows at first is that. What a pipeline leaves behind would grow with each of the fifty.
          for (const id of ids.slice(0, WARM)) await openAndLeave(page, id);
          const before = await heapBytes(cdp);
          for (const id of ids) await openAndLeave(page, id);
          return (await heapBytes(cdp)) / before;
        }),
      );
    }
    return [figure('canvas.memory', ratios, { unit: 'ratio', most: 1.2 })];
  });
}

/** Goes by the page's own links and back, as a person does, without loading the page again. */
async function openAndLeave(page: Page, id: string): Promise<void> {
  await page.locator(`a[href="/pipelines/${id}"]`).first().click();
  await page.locator(CARD).first().waitFor();
  await page.locator('.top-bar a[href="/"]').click();
  await page.locator(`a[href="/pipelines/${id}"]`).first().waitFor();
}

/** What is still held after all that nobody holds was collected. */
async function heapBytes(cdp: CDPSession): Promise<number> {
  // What is freed by one collection may hold what the next one frees.
  for (let time = 0; time < 3; time += 1) await cdp.send('HeapProfiler.collectGarbage');
  return (await cdp.send('Runtime.getHeapUsage')).usedSize;
}
