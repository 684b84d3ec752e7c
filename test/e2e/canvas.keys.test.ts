/** The canvas by keys alone: what is deleted, and what lies out of view. */
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { openEditor, savedDocument, wiresOf } from './support/editor.ts';
import { pipelineOf } from './support/panels.ts';
import { openHome } from './support/home.ts';
import { sharedBrowser } from './support/page.ts';

const shared = sharedBrowser();

const document = pipelineOf(
  [
    ['data', 'sample-data', { name: 'penguins' }],
    ['split', 'split-data'],
    ['fill', 'fill-missing'],
    ['learn', 'baseline'],
  ],
  ['data.table > split.table', 'split.table > fill.table', 'fill.table > learn.table'],
);

const onCard = (page: Page, id: string) =>
  page.locator(`.react-flow__node[data-id="${id}"]:focus`).waitFor();

/** Tab after Tab, until the focus is where it is wanted; nobody sets out for what is not drawn yet. */
async function tabTo(page: Page, selector: string, key = 'Tab'): Promise<void> {
  await page.locator(selector).first().waitFor({ state: 'attached' });
  for (let presses = 0; presses < 120; presses += 1) {
    await page.keyboard.press(key);
    const found = `document.activeElement?.matches(${JSON.stringify(selector)})`;
    if (await page.evaluate<boolean>(found)) return;
  }
  throw new Error(`The Tab key does not lead to ${selector}.`);
}

test('whatever is deleted or taken back, the keys stay beside it', async () => {
  const editor = await openEditor(shared.browser, document, 'en-US', { reducedMotion: 'reduce' });
  const { page, complaints } = editor;
  await page.locator('[data-testid="node-split"]').waitFor();
  // A card to which the Tab key leads need not be selected first.
  await tabTo(page, '.react-flow__node[data-id="split"]');
  await page.keyboard.press('Delete');
  await onCard(page, 'fill');
  expect(wiresOf(await savedDocument(editor))).toEqual([
    'fill.table > learn.table',
    'data.table > fill.table',
  ]);
  await page.keyboard.press('Control+z');
  await page.locator('[data-testid="node-split"]').waitFor();
  await onCard(page, 'fill');

  // A wire, by its own keys; the card that it came from has the focus.
  await tabTo(page, '.react-flow__edge[data-id="split.table>fill.table"]', 'Shift+Tab');
  await page.keyboard.press('Delete');
  await onCard(page, 'split');
  expect(wiresOf(await savedDocument(editor))).toHaveLength(2);
  await page.keyboard.press('Control+z');
  expect(wiresOf(await savedDocument(editor))).toHaveLength(3);

  // By the menu, by undo of what was added, and when nothing is left.
  await page.keyboard.press('Enter');
  await page.locator('.form-fields :focus').waitFor();
  await page.keyboard.press('Escape');
  await onCard(page, 'split');
  await page.keyboard.press('Shift+F10');
  await page.locator('[role="menuitem"]:focus').waitFor();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await onCard(page, 'fill');
  await page.keyboard.press('a');
  await page.getByRole('dialog').getByRole('textbox').waitFor();
  await page.keyboard.type('predict');
  await page.keyboard.press('Enter');
  await onCard(page, 'predict');
  await page.keyboard.press('Control+z');
  await expect.poll(() => page.locator('.react-flow__node:focus').count()).toBe(1);
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Delete');
  await page.getByRole('button', { name: 'Add a node' }).and(page.locator(':focus')).waitFor();
  expect(complaints).toEqual([]);
}, 60_000);

/** Whether what has the keys lies within the view, with nothing over it. */
const isSeen = `(() => {
  const item = document.activeElement;
  const box = item.getBoundingClientRect();
  const isWire = item.matches('.react-flow__edge');
  const points = isWire ? [[0.5, 0.5]] : [[0.02, 0.1], [0.98, 0.1], [0.02, 0.9], [0.98, 0.9]];
  const canvas = document.querySelector('.canvas');
  return points.every(([x, y]) => {
    const at = document.elementFromPoint(box.x + x * box.width, box.y + y * box.height);
    return at !== null && (isWire ? canvas.contains(at) : item.contains(at));
  });
})()`;

test('what the Tab key leads to is seen whole', async () => {
  const { page } = await openEditor(shared.browser, document, 'en-US', {
    viewport: { width: 683, height: 384 },
    reducedMotion: 'reduce',
  });
  await page.locator('.react-flow__node').first().waitFor();
  for (const selector of ['.react-flow__edge', '.react-flow__node']) {
    for (const id of await page.locator(selector).evaluateAll(ids)) {
      await tabTo(page, `${selector}[data-id="${id}"]`);
      await expect
        .poll(() => page.evaluate<boolean>(isSeen), { message: id, timeout: 10_000 })
        .toBe(true);
    }
  }
}, 60_000);

/** Too far apart to be seen at once: with the third in the middle, the second lies beneath the palette in part. */
const far: Readonly<Record<string, number>> = { data: -1200, split: -458, fill: 0, learn: 1010 };

test('on a laptop a card that keys lead to comes out from beneath the panels, though keys are faster than the view', async () => {
  const nodes = document.nodes.map((node) => {
    return { ...node, position: { x: far[node.id] ?? 0, y: 0 } };
  });
  const { page } = await openEditor(shared.browser, { ...document, nodes }, 'en-US', {
    viewport: { width: 1366, height: 768 },
  });
  await page.locator('.react-flow__node').first().waitFor();
  const endsAt = async (id: string): Promise<void> => {
    await onCard(page, id);
    await page.evaluate(stopped);
    expect(await page.evaluate<boolean>(isSeen), id).toBe(true);
  };
  const search = page.locator('.palette [role="combobox"]:focus');
  await page.keyboard.press('Control+f');
  await search.fill('fill');
  await page.keyboard.press('Enter');
  await endsAt('fill');

  // There and back along the list while the view is on its way still.
  await page.keyboard.press('Control+f');
  await search.fill('');
  for (const key of ['ArrowDown', 'ArrowUp', 'Enter']) await page.keyboard.press(key);
  await endsAt('fill');

  // And from card to card.
  await page.keyboard.press('Escape');
  await tabTo(page, '.react-flow__node[data-id="split"]', 'Shift+Tab');
  await endsAt('split');
  await tabTo(page, '.react-flow__node[data-id="learn"]');
  await tabTo(page, '.react-flow__node[data-id="split"]', 'Shift+Tab');
  await endsAt('split');
}, 60_000);

/** Once the view has stayed where it is for a while of frames. */
const stopped = `(async () => {
  const view = document.querySelector('.react-flow__viewport');
  for (let last, still = 0; still < 12; last = view.style.transform) {
    await new Promise(requestAnimationFrame);
    still = view.style.transform === last ? still + 1 : 0;
  }
})()`;

const ids = (all: { getAttribute: (name: string) => string | null }[]) =>
  all.map((each) => each.getAttribute('data-id') ?? '');

test('from a template to its results, edited, exported and brought in again, without a mouse', async () => {
  const { page, complaints } = await openHome(shared.browser, { locale: 'en-US' });
  const press = async (...keys: readonly string[]): Promise<void> => {
    for (const key of keys) await page.keyboard.press(key);
  };
  const done = () => page.locator('.run-state[data-status="done"]').waitFor({ timeout: 40_000 });
  await page.locator('a.template').first().waitFor();
  await tabTo(page, 'a.template[href*="classify"]');
  await press('Enter');
  await page.locator('.known-files button').first().waitFor();
  await tabTo(page, '.known-files button');
  await press('Enter');
  await page.getByRole('button', { name: 'Create and run' }).waitFor();
  await tabTo(page, 'button[data-block]');
  await press('Enter');
  await page.waitForURL(/\/pipelines\//);
  await done();

  // The results of the metrics: found by name, and gone into.
  await press('Control+f');
  await page.getByRole('combobox').waitFor();
  await page.keyboard.type('metrics');
  await page.getByRole('option').first().waitFor();
  await press('Enter');
  await page.locator('.react-flow__node:focus').waitFor();
  await tabTo(page, '.editor-inspector [role="tab"]');
  await press('ArrowRight');
  const chosen = page.locator('.editor-inspector [role="tab"][aria-selected="true"]:focus');
  await chosen.waitFor();
  await expect.poll(() => chosen.textContent()).not.toBe('Result');
  await press('Escape', 'Control+f', 'Escape');
  await page.locator('.react-flow__node:focus').waitFor();

  // A node out of the palette, wired, and given what it needs.
  await tabTo(page, '.palette-item[data-type="filter-rows"]', 'Shift+Tab');
  await press('Space', 'Escape');
  await onCard(page, 'filter-rows');
  await press('c');
  await page.locator('.connect-ways button:focus').waitFor();
  await press('Enter');
  await onCard(page, 'filter-rows');
  await press('Enter');
  await page.locator('[data-path="/condition"] :focus').waitFor();
  await page.keyboard.type('body_mass_g');
  await press('Enter');
  const limit = page.getByLabel('Value of condition 1');
  await tabTo(page, '[data-path="/condition"] select');
  await page.keyboard.type('is more');
  await tabTo(page, '[aria-label="Value of condition 1"]');
  await page.keyboard.type('5000');
  await expect.poll(() => limit.inputValue()).toBe('5000');
  await press('Escape');
  await onCard(page, 'filter-rows');

  // Out as a file, and in again as a pipeline of its own.
  const asked = async (words: string): Promise<void> => {
    await tabTo(page, '[data-tour="more"] button', 'Shift+Tab');
    await press('Enter');
    await page.locator('[role="menuitem"]:focus').waitFor();
    for (let presses = 0; presses < 12; presses += 1) {
      const at = await page.locator('[role="menuitem"]:focus').textContent();
      if (at === words) return press('Enter');
      await press('ArrowDown');
    }
  };
  const coming = page.waitForEvent('download');
  await asked('Export as JSON');
  const buffer = await readFile(await (await coming).path());
  const choosing = page.waitForEvent('filechooser');
  await asked('Import a pipeline');
  await (await choosing).setFiles({ name: 'it.json', mimeType: 'application/json', buffer });
  await page.getByRole('button', { name: 'Open' }).and(page.locator(':focus')).waitFor();
  const before = page.url();
  await press('Enter');
  await expect.poll(() => page.url()).not.toBe(before);
  await page.locator('.react-flow__node[data-id="filter-rows"]').waitFor();
  expect(complaints.filter((each) => !/4(09|22)/.test(each))).toEqual([]);
}, 60_000);
