/** A graph of which the page draws a small part: what is out of view is still there for the hand and the keys. */
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import type { Pipeline } from '#schemas/types.ts';
import { forgetRenders, rendersByCard, watchRenders } from '../bench/canvas/support/renders.ts';
import { emptyPipeline, openEditor, savedDocument } from './support/editor.ts';
import { sharedBrowser } from './support/page.ts';

const shared = sharedBrowser();

const COLUMNS = 30;
const NODES = 600;

/** Rows of one chain each; a wire from the first node to the last crosses all of it. */
const large: Pipeline = {
  ...emptyPipeline,
  nodes: Array.from({ length: NODES }, (_, at) => ({
    id: `n${at}`,
    type: at % COLUMNS === 0 ? 'sample-data' : 'fill-missing',
    version: 1,
    params: at % COLUMNS === 0 ? { name: 'penguins' } : {},
    position: { x: (at % COLUMNS) * 264, y: Math.floor(at / COLUMNS) * 112 },
  })),
  edges: Array.from({ length: NODES }, (_, at) => at)
    .filter((at) => at % COLUMNS !== 0)
    .map((at) => ({
      from: { node: `n${at === NODES - 1 ? 0 : at - 1}`, port: 'table' },
      to: { node: `n${at}`, port: 'table' },
    })),
};

const cards = (page: Page) => page.locator('.react-flow__node');
const wire = (page: Page, id: string) => page.locator(`.react-flow__edge[data-id="${id}"]`);

async function drag(page: Page, id: string, dx: number, dy: number): Promise<void> {
  const box = await page.locator(`[data-testid="node-${id}"] .card-line`).boundingBox();
  const at = { x: (box?.x ?? 0) + 4, y: (box?.y ?? 0) + 4 };
  await page.mouse.move(at.x, at.y);
  await page.mouse.down();
  await page.mouse.move(at.x + dx / 2, at.y + dy / 2, { steps: 4 });
  await page.mouse.move(at.x + dx, at.y + dy, { steps: 4 });
}

test('all nodes move with the hand, those that are out of view too, and come back by one undo', async () => {
  const editor = await openEditor(shared.browser, large);
  const { page, complaints } = editor;
  const place = async (node: string) => {
    const { nodes } = await savedDocument(editor);
    return nodes.find((each) => each.id === node)?.position;
  };
  await cards(page).first().waitFor();
  await expect.poll(() => cards(page).count()).toBeLessThan(NODES / 4);
  const across = `n0.table>n${NODES - 1}.table`;
  await wire(page, across).waitFor();

  await page.locator('.react-flow__pane').focus();
  await page.keyboard.press('Control+a');
  await page.locator('.react-flow__node[data-id="n31"].selected').waitFor();
  await drag(page, 'n31', 60, 48);
  await page.locator('.moving-ghost').waitFor();
  await page.mouse.up();
  await expect.poll(() => page.locator('.moving-ghost').count()).toBe(0);
  const last = large.nodes[NODES - 1]!.position;
  await expect.poll(() => place(`n${NODES - 1}`), { timeout: 10_000 }).not.toEqual(last);
  const [near, far] = [await place('n31'), await place(`n${NODES - 1}`)];
  expect([near!.x - 264, near!.y - 112]).toEqual([far!.x - last.x, far!.y - last.y]);

  await page.keyboard.press('Control+z');
  await expect.poll(() => place(`n${NODES - 1}`), { timeout: 10_000 }).toEqual(last);
  await expect.poll(() => place('n31')).toEqual({ x: 264, y: 112 });

  // A click on nothing lets go of all of them, wherever they are.
  await page.locator('.react-flow__pane').click({ position: { x: 12, y: 12 } });
  await page.locator('[data-testid="node-n31"] .card-line').click();
  await page.keyboard.press('Delete');
  await expect
    .poll(async () => (await savedDocument(editor)).nodes.length, { timeout: 10_000 })
    .toBe(NODES - 1);
  expect(complaints).toEqual([]);
}, 60_000);

test('the map in the corner leads to what is out of view, and back', async () => {
  const { page, complaints } = await openEditor(shared.browser, large);
  const first = page.locator('[data-testid="node-n0"]');
  const last = page.locator(`[data-testid="node-n${NODES - 1}"]`);
  await first.waitFor();
  await expect.poll(() => last.count()).toBe(0);
  const map = page.getByRole('img', { name: 'Map of the pipeline' });
  const { width, height } = (await map.boundingBox())!;
  await map.click({ position: { x: width - 12, y: height / 2 + 14 } });
  await last.waitFor();
  await expect.poll(() => first.count()).toBe(0);
  await page.keyboard.press('1');
  await page.locator('.overview').waitFor();
  await expect.poll(() => cards(page).count()).toBe(0);
  expect(complaints).toEqual([]);
}, 60_000);

const boxOf = async (page: Page, selector: string) =>
  (await page.locator(selector).boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
type Box = Awaited<ReturnType<typeof boxOf>>;

function shared2d(a: Box, b: Box): number {
  const wide = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const tall = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return Math.max(0, wide) * Math.max(0, tall);
}

/** How much of the screen the canvas has, in per cent; what palette and form cover of it does not count. */
async function canvasShare(page: Page): Promise<number> {
  const canvas = await boxOf(page, '.editor-canvas');
  const palette = await boxOf(page, '.palette');
  const hasForm = (await page.locator('.editor-form').count()) > 0;
  const form = hasForm ? await boxOf(page, '.editor-form') : { ...canvas, width: 0 };
  const seen = canvas.width * canvas.height - shared2d(canvas, palette) - shared2d(canvas, form);
  const { width, height } = page.viewportSize()!;
  return (100 * seen) / (width * height);
}

test('a laptop’s canvas keeps 60 % of the screen with form and results open, and its view stays where it is', async () => {
  const { page, complaints } = await openEditor(shared.browser, large, 'en-US', {
    viewport: { width: 1366, height: 768 },
    reducedMotion: 'reduce',
  });
  await watchRenders(page);
  await page.reload();
  const card = (id: string) => boxOf(page, `[data-testid="node-${id}"]`);
  const choose = async (id: string): Promise<void> => {
    await page.locator(`[data-testid="node-${id}"] .card-line`).click();
    await page.locator('.form-fields').waitFor();
  };
  const palette = (isOpen: boolean) => page.locator(`.palette[data-open="${isOpen}"]`).waitFor();
  await palette(true);
  await expect.poll(() => canvasShare(page)).toBeGreaterThanOrEqual(64);

  // The results alone, of a wire.
  const between = await boxOf(page, '.react-flow__edge[data-id="n1.table>n2.table"]');
  await page.mouse.click(between.x + between.width / 2, between.y + between.height / 2);
  await page.locator('.inspector-tools').waitFor();
  await expect.poll(() => canvasShare(page)).toBeGreaterThanOrEqual(60);

  // Both: the palette folds, the view does not move, and no card of another strand is drawn again.
  const before = await card('n1');
  await forgetRenders(page);
  await choose('n1');
  await palette(false);
  await expect.poll(() => canvasShare(page)).toBeGreaterThanOrEqual(60);
  await expect.poll(() => card('n1')).toEqual(before);
  const concerned = new Set(Array.from({ length: COLUMNS }, (_, at) => `n${at}`));
  expect([...(await rendersByCard(page)).keys()].filter((id) => !concerned.has(id))).toEqual([]);

  // The form alone.
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Results below the canvas' }).click();
  await expect.poll(() => canvasShare(page)).toBeGreaterThanOrEqual(70);

  // A card where the form will be comes out from beneath it, and no further up or down.
  await page.locator('.react-flow__pane').click({ position: { x: 500, y: 12 } });
  await palette(true);
  const covered = await card('n4');
  await choose('n4');
  const form = await boxOf(page, '.editor-form');
  expect(shared2d(covered, form)).toBeGreaterThan(0);
  await expect.poll(async () => shared2d(await card('n4'), form)).toBe(0);
  await expect.poll(async () => (await card('n4')).y).toBeCloseTo(covered.y, 0);

  // In use the palette stays; afterwards it folds, unless somebody wants it: then it does from now on.
  await page.locator('.react-flow__pane').click({ position: { x: 500, y: 12 } });
  await page.getByRole('textbox', { name: 'Search nodes' }).fill('bar chart');
  await page.keyboard.press('Enter');
  await page.locator('.form-fields').waitFor();
  await palette(true);
  await page.locator('.form-title').focus();
  await palette(false);
  await page.getByRole('button', { name: 'Open the palette' }).click();
  await page.getByRole('separator', { name: 'Width of the settings' }).press('ArrowLeft');
  await page.reload();
  await choose('n1');
  await palette(true);
  expect((await boxOf(page, '.editor-form')).width).toBe(304);
  expect(complaints).toEqual([]);
}, 60_000);
