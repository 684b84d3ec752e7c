import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import type { Pipeline, PipelineNode } from '#schemas/types.ts';
import { emptyPipeline, openEditor, savedDocument, wiresOf } from './support/editor.ts';
import { sharedBrowser } from './support/page.ts';

const shared = sharedBrowser();

const node = (id: string, type: string, x: number, y: number): PipelineNode => {
  return { id, type, version: 1, params: {}, position: { x, y } };
};
const wire = (from: string, to: string, port = 'table') => ({
  from: { node: from, port },
  to: { node: to, port },
});

const chain: Pipeline = {
  ...emptyPipeline,
  nodes: [
    node('data', 'sample-data', 0, 0),
    node('split', 'split-data', 300, 0),
    { ...node('learner', 'logistic-regression', 600, 0), label: 'Who leaves?' },
    node('predict', 'predict', 4_000, 120),
  ],
  edges: [wire('data', 'split'), wire('split', 'learner'), wire('learner', 'predict', 'model')],
};

const card = (page: Page, id: string) => page.locator(`[data-testid="node-${id}"]`);
const slow = { timeout: 10_000 };
const undo = (page: Page) => page.keyboard.press('Control+z');
const focused = (page: Page, id: string) =>
  page.locator(`.react-flow__node[data-id="${id}"]:focus`).waitFor();

test('a note is written, read as Markdown, moved, copied and deleted by keys, and outlives a reload', async () => {
  const editor = await openEditor(shared.browser, emptyPipeline);
  const { page, context, server, complaints } = editor;
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: server.url });
  await page.keyboard.press('n');
  await page.getByRole('textbox', { name: 'Text of the note' }).waitFor();
  await page.keyboard.type(
    '# Clientes\n**toda** [fonte](https://example.org) [x](javascript:alert(1)) <b>b</b>',
  );
  await page.keyboard.press('Escape');
  const note = page.locator('[data-testid="note-note"]');
  await expect.poll(() => note.locator('h3').textContent()).toBe('Clientes');
  const link = note.locator('a');
  await expect.poll(() => link.getAttribute('href')).toBe('https://example.org');
  await expect.poll(() => link.getAttribute('rel')).toBe('noreferrer noopener');
  await expect.poll(() => note.locator('b').count()).toBe(0);

  const before = (await savedDocument(editor)).notes?.[0];
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Control+c');
  await page.keyboard.press('Control+v');
  const two = await savedDocument(editor);
  expect(two.notes?.map(({ id }) => id)).toEqual(['note', 'note-2']);
  expect(two.notes![0]!.position.y).toBeGreaterThan(before!.position.y);
  await page.keyboard.press('Delete');
  expect((await savedDocument(editor)).notes).toHaveLength(1);
  await page.reload();
  await note.waitFor();
  await undo(page);
  expect((await savedDocument(editor)).notes).toEqual(two.notes);
  expect(complaints).toEqual([]);
}, 60_000);

test('a node dropped on another takes its place and its wires, and says which do not fit', async () => {
  const editor = await openEditor(shared.browser, chain);
  const { page } = editor;
  const drop = async (type: string): Promise<void> => {
    const item = page.locator(`.palette-item[data-type="${type}"]`);
    await item.scrollIntoViewIfNeeded();
    await item.hover();
    await page.mouse.down();
    const box = (await card(page, 'learner').boundingBox())!;
    await page.mouse.move(box.x + box.width / 2 - 8, box.y + box.height / 2, { steps: 4 });
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await page.locator('.card[data-target="true"]').waitFor();
    await page.mouse.up();
  };
  await drop('baseline');
  const swapped = await savedDocument(editor);
  expect(swapped.nodes[2]).toEqual({ ...chain.nodes[2], type: 'baseline' });
  expect(wiresOf(swapped)).toEqual(wiresOf(chain));
  await page.keyboard.press('Escape');
  await drop('classification-metrics');
  const note = page.getByRole('alert').filter({ hasText: 'A wire did not fit' });
  await note.waitFor();
  expect(wiresOf(await savedDocument(editor))).toHaveLength(2);
  await note.getByRole('button', { name: 'Undo' }).click();
  expect(await savedDocument(editor)).toEqual(swapped);
}, 60_000);

test('nodes are found by name and column, gone to along the wires, renamed in place, and all fitted in', async () => {
  const editor = await openEditor(shared.browser, chain);
  const { page } = editor;
  await card(page, 'split').waitFor();
  await page.keyboard.press('Control+f');
  const rows = page.getByRole('option');
  await expect.poll(() => rows.count(), slow).toBe(4);
  await page.keyboard.type('bill_depth');
  await expect
    .poll(() => rows.allTextContents(), slow)
    .toEqual([
      expect.stringContaining('column “bill_depth_mm”'),
      expect.stringContaining('column “bill_depth_mm”'),
    ]);
  await page.getByRole('combobox').fill('predict');
  await expect.poll(() => rows.count(), slow).toBe(1);
  await expect.poll(() => card(page, 'predict').count()).toBe(0);
  await page.keyboard.press('Enter');
  await focused(page, 'predict');
  await page.keyboard.press('Alt+ArrowLeft');
  await focused(page, 'learner');
  await expect.poll(() => card(page, 'learner').getAttribute('data-lit')).toBe('true');

  await page.keyboard.press('F2');
  await page.keyboard.type('Who stays?');
  await page.keyboard.press('Enter');
  await focused(page, 'learner');
  const document = await savedDocument(editor);
  expect(document.nodes[2]?.label).toBe('Who stays?');
  expect(document.nodes.map(({ position }) => position)).toEqual(
    chain.nodes.map(({ position }) => position),
  );
  await page.keyboard.press('1');
  await expect.poll(() => page.locator('.react-flow__node').count(), slow).toBe(4);
}, 60_000);
