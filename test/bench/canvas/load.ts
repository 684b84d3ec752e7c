/** What a first visit costs: the way to a canvas that answers, and the JavaScript fetched on that way. */
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { graph } from './support/graph.ts';
import {
  CARD,
  figure,
  interactiveAt,
  openPipeline,
  TURNS,
  watchFor,
  withPage,
  withPlace,
} from './support/page.ts';

const document = graph({ name: 'A small one', nodes: 12, length: 6 });

export function figures() {
  return withPlace(async ({ browser, server }) => {
    const address = `${server.url}/pipelines/${await server.save(document)}`;
    // The server is warm, the browser's cache is not.
    await withPage(browser, (page) => openPipeline(page, address));
    const times: number[] = [];
    const sizes: number[] = [];
    for (let turn = 0; turn < TURNS; turn += 1) {
      times.push(await withPage(browser, (page) => timeToCanvas(page, address)));
      sizes.push(await withPage(browser, (page) => scriptBytes(page, address)));
    }
    return [
      figure('canvas.firstLoad', times, { unit: 's', most: 2 }),
      figure('canvas.js', sizes, { unit: 'kB', most: 350 }),
    ];
  });
}

/** Seconds from the start of the navigation. */
async function timeToCanvas(page: Page, address: string): Promise<number> {
  await watchFor(page, CARD, false);
  await page.goto(address);
  return (await interactiveAt(page, CARD)) / 1000;
}

/** Kilobytes, gzipped each by itself as a server would, of all scripts fetched while nobody touches the page. */
async function scriptBytes(page: Page, address: string): Promise<number> {
  const bodies: Promise<Buffer>[] = [];
  page.on('response', (response) => {
    const type = response.headers()['content-type'] ?? '';
    if (type.includes('javascript')) bodies.push(response.body());
  });
  await openPipeline(page, address);
  const scripts = await Promise.all(bodies);
  if (scripts.length === 0) throw new Error('No script was fetched.');
  return scripts.reduce((sum, body) => sum + gzipSync(body).length, 0) / 1000;
}
