/** What opens over the canvas, looked at in both themes for what would shut somebody out. */
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { drawWire, openEditor } from './support/editor.ts';
import { dropFile } from './support/home.ts';
import { pipelineOf, select } from './support/panels.ts';
import { barriersInThemes, sharedBrowser } from './support/page.ts';

const shared = sharedBrowser();

const laptop = { viewport: { width: 1366, height: 768 }, reducedMotion: 'reduce' } as const;

const document = pipelineOf(
  [
    ['data', 'sample-data', { name: 'penguins' }],
    ['split', 'split-data'],
    ['learn', 'baseline'],
    ['predict', 'predict'],
    ['odd', 'crystal-ball'],
    ['rows', 'filter-rows'],
  ],
  ['data.table > split.table', 'split.table > learn.table', 'data.table > rows.table'],
);

const card = (page: Page, id: string) => page.locator(`[data-testid="node-${id}"]`);

const columns = [
  { name: 'x', type: 'number' },
  { name: 'y', type: 'category' },
];
const rows = [
  [1, 'a'],
  [2, 'a'],
];
/** Of one class nothing can be learnt. */
const failing = pipelineOf(
  [
    ['data', 'manual-table', { columns, rows }],
    ['roles', 'set-roles', { target: 'y' }],
    ['learn', 'logistic-regression'],
  ],
  ['data.table > roles.table', 'roles.table > learn.table'],
);

async function expectOpen(page: Page, state: string): Promise<void> {
  expect.soft(await barriersInThemes(page), state).toEqual([]);
}

test('menus, sheets and notes over the canvas shut nobody out', async () => {
  const { page } = await openEditor(shared.browser, document, 'en-US', laptop);
  const menu = page.getByRole('menuitem');
  const closed = async (): Promise<void> => {
    await page.keyboard.press('Escape');
    await expect.poll(() => menu.count()).toBe(0);
  };
  await card(page, 'split').waitFor();
  await expectOpen(page, 'problems listed');
  await card(page, 'rows').click({ button: 'right', position: { x: 12, y: 12 } });
  // As long as it is, all of it is on the screen, once it has found its place.
  const end = async (): Promise<number> => {
    const last = await menu.filter({ hasText: 'Delete' }).boundingBox();
    return last === null ? Infinity : last.y + last.height;
  };
  await expect.poll(end).toBeLessThan(laptop.viewport.height);
  await expectOpen(page, 'menu of a node');
  await closed();
  await page.locator('.react-flow__edge').first().click({ button: 'right', force: true });
  await menu.first().waitFor();
  await expectOpen(page, 'menu of a wire');
  await closed();
  await page.locator('.react-flow__pane').click({ button: 'right', position: { x: 700, y: 60 } });
  await menu.first().waitFor();
  await expectOpen(page, 'menu of the canvas');
  await page.getByRole('menuitem', { name: 'Add a node' }).click({ timeout: 4000 });
  await page.getByRole('dialog', { name: 'Add a node' }).waitFor();
  await expectOpen(page, 'picker');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+a');
  await card(page, 'split').click({ button: 'right', position: { x: 12, y: 12 } });
  await menu.first().waitFor();
  await expectOpen(page, 'menu of several');
  await closed();
  await page.keyboard.press('Escape');
  await page.keyboard.press('?');
  await page.getByRole('dialog', { name: 'Keyboard shortcuts' }).waitFor();
  await expectOpen(page, 'shortcuts');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+f');
  await page.getByRole('combobox').fill('bill');
  await page.getByRole('option').first().waitFor();
  await expectOpen(page, 'outline');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await menu.first().waitFor();
  await expectOpen(page, 'menu of the pipeline');
  await closed();
  await drawWire(page, 'data.table', 'predict.model');
  await page.getByRole('alert').waitFor();
  await expectOpen(page, 'refused wire');
  await page.keyboard.press('Escape');
  await card(page, 'rows').locator('.state-mark').click();
  await page.getByRole('dialog', { name: 'Problems' }).waitFor();
  await expectOpen(page, 'problem at the node');
  await page.keyboard.press('Escape');
  await card(page, 'odd').click();
  await page.locator('.form').waitFor();
  await expectOpen(page, 'unknown node');
  await page.locator('.react-flow__edge').first().click({ force: true });
  await page.locator('.carried').waitFor();
  await expectOpen(page, 'wire selected');
  await page.keyboard.press('n');
  await page.keyboard.type('# A *note*');
  await expectOpen(page, 'note edited');
  await page.keyboard.press('Escape');
  await expectOpen(page, 'note read');
  await page.getByRole('button', { name: 'Fold the palette' }).click();
  await expectOpen(page, 'palette folded');
}, 60_000);

test('what comes from outside, and what goes wrong, shuts nobody out', async () => {
  const { page, context } = await openEditor(shared.browser, failing, 'en-US', laptop);
  const file = (name: string) => dropFile(page, name, 'city,price', '.react-flow__pane');
  const upload = page.locator('.upload');
  await context.route('**/api/datasets?**', () => {});
  await file('places.csv');
  await upload.waitFor();
  await expectOpen(page, 'file on its way');
  await upload.getByRole('button').click();
  await file('photo.png');
  await page.locator('.upload[data-failed="true"]').waitFor();
  await expectOpen(page, 'file refused');
  await upload.getByRole('button').click();
  await page.keyboard.press('F7');
  await page.locator('[data-testid="node-learn"][data-state="failed"]').waitFor();
  await select(page, 'learn');
  await page.getByRole('alert').filter({ hasText: 'the same value' }).waitFor();
  await expectOpen(page, 'failed node');

  // A part of the page that does not come breaks alone.
  await context.route('**/assets/ModelTab*', (route) => route.abort());
  await page.getByRole('tab', { name: 'Use the model' }).click();
  await page.locator('.broken-panel').waitFor();
  await expectOpen(page, 'broken panel');
}, 60_000);
