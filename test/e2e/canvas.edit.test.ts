import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import type { Pipeline, PipelineNode } from '#schemas/types.ts';
import {
  dragIn,
  drawWire,
  emptyPipeline,
  openEditor,
  port,
  savedDocument,
  wiresOf,
} from './support/editor.ts';
import { sharedBrowser } from './support/page.ts';

const shared = sharedBrowser();

const node = (id: string, type: string, x: number, y: number): PipelineNode => {
  return { id, type, version: 1, params: {}, position: { x, y } };
};

const small: Pipeline = {
  ...emptyPipeline,
  nodes: [
    node('data', 'sample-data', 0, 0),
    node('split', 'split-data', 300, 0),
    node('learner', 'logistic-regression', 600, 0),
    node('predict', 'predict', 600, 200),
  ],
  edges: [
    { from: { node: 'data', port: 'table' }, to: { node: 'split', port: 'table' } },
    { from: { node: 'split', port: 'table' }, to: { node: 'learner', port: 'table' } },
  ],
};

const undo = (page: Page) => page.keyboard.press('Control+z');
const nameOf = (page: Page) => page.getByRole('textbox', { name: 'Name of the pipeline' });
const card = (page: Page, id: string) => page.locator(`[data-testid="node-${id}"]`);

test('a wire that does not fit is refused with the reason, and what fits is offered in between', async () => {
  const editor = await openEditor(shared.browser, small);
  const { page } = editor;
  await drawWire(page, 'data.table', 'predict.model');
  const note = page.getByRole('alert');
  await expect.poll(() => note.textContent()).toContain('model');
  expect(wiresOf(await savedDocument(editor))).toHaveLength(2);
  await note.getByRole('button', { name: 'Logistic regression' }).click();
  const document = await savedDocument(editor);
  expect(wiresOf(document)).toEqual([
    ...wiresOf(small),
    'data.table > logistic-regression.table',
    'logistic-regression.model > predict.model',
  ]);
  await undo(page);
  expect(wiresOf(await savedDocument(editor))).toEqual(wiresOf(small));
}, 60_000);

test('a wire dropped on nothing offers what fits and is wired on pick, as one step', async () => {
  const editor = await openEditor(shared.browser, small);
  const { page } = editor;
  await port(page, 'learner', 'model', 'source').hover();
  await page.mouse.down();
  await page.mouse.move(1100, 560, { steps: 6 });
  await page.mouse.up();
  const picker = page.getByRole('dialog', { name: 'Add a node' });
  await picker.waitFor();
  await expect.poll(() => picker.getByRole('option', { name: 'CSV file' }).count()).toBe(0);
  await page.keyboard.type('predict');
  await page.keyboard.press('Enter');
  expect(wiresOf(await savedDocument(editor)).at(-1)).toBe('learner.model > predict-2.model');
  await undo(page);
  const document = await savedDocument(editor);
  expect([document.nodes.length, document.edges.length]).toEqual([4, 2]);
}, 60_000);

test('a node dropped on a wire goes into it; deleting it heals the wire; undo survives a reload', async () => {
  const editor = await openEditor(shared.browser, small);
  const { page } = editor;
  const from = await port(page, 'data', 'table', 'source').boundingBox();
  const to = await port(page, 'split', 'table', 'target').boundingBox();
  const canvas = await page.locator('.canvas').boundingBox();
  const middle = { x: (from!.x + to!.x) / 2, y: from!.y + from!.height / 2 };
  await dragIn(page, 'filter-rows', middle.x - canvas!.x + 4, middle.y - canvas!.y);
  expect(wiresOf(await savedDocument(editor))).toEqual([
    'split.table > learner.table',
    'data.table > filter-rows.table',
    'filter-rows.table > split.table',
  ]);
  await card(page, 'filter-rows').click();
  await page.keyboard.press('Delete');
  expect(wiresOf(await savedDocument(editor))).toContain('data.table > split.table');

  await page.reload();
  await card(page, 'split').waitFor();
  const button = page.getByRole('button', { name: 'Undo: delete a node' });
  await button.waitFor();
  await undo(page);
  await undo(page);
  const document = await savedDocument(editor);
  expect(document.nodes).toEqual(small.nodes);
  expect(document.edges).toEqual(small.edges);
  await page.keyboard.press('Control+Shift+z');
  expect((await savedDocument(editor)).nodes).toHaveLength(5);
}, 60_000);

test('nodes are copied with their wires, moved and connected by keys alone', async () => {
  const editor = await openEditor(shared.browser, small);
  const { page, context, server } = editor;
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: server.url });
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Control+c');
  await page.keyboard.press('Control+v');
  const pasted = await savedDocument(editor);
  expect([pasted.nodes.length, pasted.edges.length]).toEqual([8, 4]);
  await undo(page);

  // The same from the menus, where the hand is.
  await card(page, 'learner').click({ button: 'right', position: { x: 60, y: 20 } });
  await page.getByRole('menuitem', { name: 'Cut' }).click();
  await card(page, 'learner').waitFor({ state: 'detached' });
  const empty = { x: 500, y: 420 };
  await page.locator('.react-flow__pane').click({ button: 'right', position: empty });
  await page.getByRole('menuitem', { name: 'Paste' }).click();
  await card(page, 'learner').waitFor();
  await undo(page);
  await undo(page);
  expect((await savedDocument(editor)).nodes).toEqual(small.nodes);

  await page.locator('.react-flow__node[data-id="learner"]').focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  const moved = await savedDocument(editor);
  expect(moved.nodes.find(({ id }) => id === 'learner')?.position.y).toBeGreaterThan(0);
  await undo(page);
  expect((await savedDocument(editor)).nodes).toEqual(small.nodes);

  await page.keyboard.press('c');
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /Predict/ })
    .first()
    .click();
  expect(wiresOf(await savedDocument(editor))).toContain('learner.model > predict.model');
}, 60_000);

test('a second tab is told that the pipeline changed, and nothing is overwritten', async () => {
  const editor = await openEditor(shared.browser, small);
  const { page, context } = editor;
  const other = await context.newPage();
  await other.goto(page.url());
  await card(other, 'data').waitFor();
  // As where both are edited in one moment: the second has not learned of the first.
  await other.route('**/summary', (route) => route.abort());
  await nameOf(page).fill('First tab');
  await page.keyboard.press('Enter');
  await savedDocument(editor);
  await nameOf(other).fill('Second tab');
  await other.keyboard.press('Enter');
  await other.getByRole('alert').filter({ hasText: 'Nothing was overwritten' }).waitFor();
  expect((await savedDocument(editor)).name).toBe('First tab');
  await other.getByRole('button', { name: /^Keep mine/ }).click();
  await other.locator('.top-bar-saved[data-status="saved"]').waitFor();
  await expect.poll(() => nameOf(page).inputValue()).toBe('Second tab');
  await page.reload();
  await expect.poll(() => nameOf(page).inputValue()).toBe('Second tab');
}, 60_000);
