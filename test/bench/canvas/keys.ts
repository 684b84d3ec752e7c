/** Typing into a form beside 1,000 nodes, and undoing an edit of 10,000. */
import type { Page } from 'playwright-core';
import { graph, idOf } from './support/graph.ts';
import {
  CARD,
  figure,
  median,
  openPipeline,
  TURNS,
  withPage,
  withPlace,
  type Place,
} from './support/page.ts';
import { pressed, workOfPress } from './support/work.ts';
import type { PageElement } from './support/dom.ts';

export function figures() {
  return withPlace(async (place) => [
    figure('canvas.type', await typeTurns(place), { unit: 'ms', most: 30 }),
    figure('canvas.undo10000', await undoTurns(place), { unit: 'ms', most: 16 }),
  ]);
}

/** The card that is edited, in view from the start. */
const EDITED = 2;
const card = (page: Page) => page.locator(`${CARD}[data-id="${idOf(EDITED)}"]`);

const WORD = 'pinguins';
/** After an edit the page asks what is wrong and saves, both of which end within this many milliseconds. */
const SETTLING = 3000;

/** Each turn types a word into the name of a node, which its card shows too; the pauses are a person's. */
async function typeTurns({ browser, server }: Place): Promise<readonly number[]> {
  const id = await server.save(graph({ name: '1,000 nodes', nodes: 1000 }));
  return withPage(browser, async (page) => {
    await openPipeline(page, `${server.url}/pipelines/${id}`);
    await card(page).click();
    const field = page.locator('.form-title');
    await field.click();
    await page.waitForTimeout(SETTLING);
    const turns: number[] = [];
    for (let turn = 0; turn < TURNS; turn += 1) {
      await field.fill('');
      await page.waitForTimeout(SETTLING);
      const times: number[] = [];
      for (const letter of WORD) {
        times.push(await pressed(page, letter, letter));
        await page.waitForTimeout(120);
      }
      await card(page).filter({ hasText: WORD }).waitFor();
      turns.push(median(times));
    }
    return turns;
  });
}

/** The edit moves one card by the arrow keys. What is measured is work: a frame is as long as the goal. */
async function undoTurns({ browser, server }: Place): Promise<readonly number[]> {
  const document = graph({ name: '10,000 nodes', nodes: 10_000, length: 100 });
  const id = await server.save(document);
  return withPage(browser, async (page, cdp) => {
    await openPipeline(page, `${server.url}/pipelines/${id}`);
    await card(page).click();
    const place = (): Promise<string> =>
      card(page).evaluate((element) => (element as unknown as PageElement).style.transform);
    const before = await place();
    const turns: number[] = [];
    for (let turn = 0; turn < TURNS; turn += 1) {
      await card(page).focus();
      await page.keyboard.press('ArrowDown');
      if ((await place()) === before) throw new Error('The arrow key moved no card.');
      await page.waitForTimeout(SETTLING);
      turns.push(await workOfPress(page, cdp, 'Control+z', 'z'));
      if ((await place()) !== before) throw new Error('Undo did not bring the card back.');
      await page.waitForTimeout(SETTLING);
    }
    return turns;
  });
}
