/** Scrolling a table of 100,000 rows and 500 columns in the inspector, down and across. */
import type { CDPSession, Page } from 'playwright-core';
import type { Pipeline } from '#schemas/types.ts';
import { framesDuring, keepMoving } from './support/motion.ts';
import {
  CARD,
  figure,
  openPipeline,
  TURNS,
  withPage,
  withPlace,
  type Place,
} from './support/page.ts';
import type { ScrollElement } from './support/dom.ts';

const ROWS = 100_000;
const COLUMNS = 500;
const WINDOW = 1500;
/** Milliseconds after which no turn of the wheel is on its way. */
const SETTLING = 200;
/** Pixels at each movement of the wheel. */
const DOWN = 180;
const ACROSS = 90;

export function figures() {
  return withPlace(async (place) => {
    const turns = await scrollTurns(place);
    const fps = turns.map((turn) => turn.fps);
    const cpu = turns.map((turn) => turn.cpu);
    return [
      figure('canvas.gridScroll', fps, { unit: 'fps', least: 55 }),
      figure('canvas.gridScrollcpu', cpu, { unit: 'ms', most: 10 }),
    ];
  });
}

interface Turn {
  readonly fps: number;
  /** Milliseconds of the main thread for each frame. */
  readonly cpu: number;
}

async function scrollTurns({ browser, server }: Place): Promise<readonly Turn[]> {
  const file = await upload(server.url);
  const document = reading(file);
  await readOnce(server.url, document);
  const id = await server.save(document);
  return withPage(browser, async (page, cdp) => {
    await openPipeline(page, `${server.url}/pipelines/${id}`);
    await page.locator(CARD).first().click();
    // The file is read, and every column looked at, before anybody scrolls.
    await page.locator('.grid-header .mini-histogram').first().waitFor({ timeout: 240_000 });
    const turns: Turn[] = [];
    // The worse of the two ways counts.
    for (let turn = 0; turn < TURNS; turn += 1) {
      const down = await scroll(page, cdp, { x: 0, y: DOWN });
      const across = await scroll(page, cdp, { x: ACROSS, y: 0 });
      turns.push(down.fps < across.fps ? down : across);
    }
    return turns;
  });
}

async function scroll(page: Page, cdp: CDPSession, by: { x: number; y: number }): Promise<Turn> {
  await page.locator('.grid').hover();
  const from = await placeOf(page);
  const { fps, spent, frames } = await framesDuring(page, cdp, '.grid', () =>
    keepMoving(WINDOW, () => page.mouse.wheel(by.x, by.y)),
  );
  const to = await placeOf(page);
  if (to.x === from.x && to.y === from.y) throw new Error('The grid did not scroll.');
  await scrollBack(page);
  // The rows of the beginning are there again.
  await page.locator('.grid-row[aria-rowindex="2"] .grid-cell').first().waitFor();
  return { fps, cpu: spent / frames };
}

/** Turns of the wheel that are still on their way move the table once more. */
async function scrollBack(page: Page): Promise<void> {
  for (
    let place = await placeOf(page);
    place.x !== 0 || place.y !== 0;
    place = await placeOf(page)
  ) {
    await page.locator('.grid').evaluate((element) => {
      const grid = element as unknown as ScrollElement;
      grid.scrollTop = 0;
      grid.scrollLeft = 0;
    });
    await page.waitForTimeout(SETTLING);
  }
}

const placeOf = (page: Page): Promise<{ x: number; y: number }> =>
  page.locator('.grid').evaluate((element) => {
    const { scrollLeft, scrollTop } = element as unknown as ScrollElement;
    return { x: scrollLeft, y: scrollTop };
  });

/** The file becomes columns once; to be waited for here takes longer than a look may. */
async function readOnce(url: string, document: Pipeline): Promise<void> {
  const response = await fetch(`${url}/api/previews/schemas`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ document }),
  });
  if (!response.ok) throw new Error(`The file was not read: ${await response.text()}`);
}

interface Uploaded {
  readonly name: string;
  readonly hash: string;
}

/** Numbers of one digit: what is measured is the table on the screen, not how a file is read. */
async function upload(url: string): Promise<Uploaded> {
  const name = 'wide.csv';
  const response = await fetch(`${url}/api/datasets?name=${name}`, {
    method: 'POST',
    headers: { 'content-type': 'text/csv' },
    body: new Blob([...lines()]),
  });
  if (!response.ok) throw new Error(`${name} was not taken: ${await response.text()}`);
  return (await response.json()) as Uploaded;
}

function* lines(): Iterable<string> {
  yield `${Array.from({ length: COLUMNS }, (_, at) => `column ${at + 1}`).join(',')}\n`;
  // A few lines again and again: to write fifty million cells one by one would take longer than the measurement.
  const block = Array.from({ length: 100 }, (_, row) =>
    Array.from({ length: COLUMNS }, (_cell, at) => (row * 7 + at * 3) % 10).join(','),
  ).join('\n');
  for (let row = 0; row < ROWS; row += 100) yield `${block}\n`;
}

function reading({ name, hash }: Uploaded): Pipeline {
  return {
    format: 1,
    name: '100,000 rows, 500 columns',
    nodes: [
      {
        id: 'data',
        type: 'csv-file',
        version: 1,
        params: { file: { dataset: name, hash } },
        position: { x: 0, y: 0 },
      },
    ],
    edges: [],
    definitions: {},
    parameters: [],
    seed: 1,
  };
}
