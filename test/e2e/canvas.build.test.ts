import { expect, test } from 'vitest';
import type { RunResult } from '#schemas/types.ts';
import type { RunSummary } from '#server/services/types.ts';
import {
  dragIn,
  drawWire,
  emptyPipeline,
  openEditor,
  savedDocument,
  wiresOf,
} from './support/editor.ts';
import { barriers, sharedBrowser } from './support/page.ts';

const shared = sharedBrowser();

const wires = [
  'sample-data.table > split-data.table',
  'split-data.table > fill-missing.table',
  'fill-missing.table > encode-categories.table',
  'encode-categories.table > logistic-regression.table',
  'logistic-regression.model > predict.model',
  'encode-categories.table > predict.table',
  'predict.table > classification-metrics.table',
];

test('a pipeline is built by mouse, runs, and its nodes show how it went', async () => {
  const editor = await openEditor(shared.browser);
  const { page, complaints } = editor;
  await dragIn(page, 'sample-data', 140, 90);
  await dragIn(page, 'split-data', 400, 90);
  await dragIn(page, 'fill-missing', 660, 90);
  await dragIn(page, 'encode-categories', 920, 90);
  await dragIn(page, 'logistic-regression', 400, 250);
  await dragIn(page, 'predict', 660, 250);
  await dragIn(page, 'classification-metrics', 920, 250);
  for (const wire of wires) {
    const [from = '', to = ''] = wire.split(' > ');
    await drawWire(page, from, to);
  }
  const document = await savedDocument(editor);
  expect(document.nodes).toHaveLength(7);
  expect(wiresOf(document)).toEqual(wires);

  await page.getByRole('button', { name: 'Run' }).click();
  await page.locator('.run-state[data-status="done"]').waitFor({ timeout: 30_000 });
  const state = (node: string) =>
    page.locator(`[data-testid="node-${node}"]`).getAttribute('data-state');
  await expect.poll(() => state('classification-metrics')).toBe('done');

  const { json: runs } = await editor.server.ask<RunSummary[]>(
    'GET',
    `/api/runs?pipeline=${editor.id}`,
  );
  const { json: result } = await editor.server.ask<RunResult>(
    'GET',
    `/api/runs/${runs[0]?.id}/result`,
  );
  const metrics = result.nodes['classification-metrics']?.report?.['metrics'];
  expect(metrics).toMatchObject({ accuracy: expect.closeTo(1, 1) as number });

  // An edit makes what it leads to stale, and nothing before it; taking it back makes it fresh.
  await page.locator('[data-testid="node-fill-missing"]').click();
  await page.keyboard.press('Delete');
  await expect.poll(() => state('predict')).toBe('stale');
  expect(await state('split-data')).toBe('done');
  await page.keyboard.press('Control+z');
  await expect.poll(() => state('predict')).toBe('done');
  expect(complaints).toEqual([]);
}, 60_000);

test('a pipeline is built, run, looked at and taken back by keys alone, and shuts nobody out on the way', async () => {
  const editor = await openEditor(shared.browser, emptyPipeline, 'en-US', {
    viewport: { width: 1366, height: 768 },
    reducedMotion: 'reduce',
  });
  const { page, complaints } = editor;
  const press = async (...keys: readonly string[]): Promise<void> => {
    for (const key of keys) await page.keyboard.press(key);
  };
  const onCard = (id: string) => page.locator(`.react-flow__node[data-id="${id}"]:focus`).waitFor();
  const add = async (words: string, id: string): Promise<void> => {
    await press('a');
    await page.getByRole('dialog').getByRole('textbox').waitFor();
    await page.keyboard.type(words);
    await press('Enter');
    await onCard(id);
  };
  await add('sample data', 'sample-data');
  await add('split', 'split-data');
  await add('fill', 'fill-missing');
  await add('encode', 'encode-categories');
  await add('baseline', 'baseline');
  await add('predict', 'predict');
  await press('c');
  await page.locator('.connect-ways button:focus').waitFor();
  expect(await barriers(page)).toEqual([]);
  await press('Tab', 'Enter');
  await onCard('predict');
  await add('classification', 'classification-metrics');
  expect(wiresOf(await savedDocument(editor))).toContain('split-data.table > predict.table');

  await press('F7');
  const voice = page.locator('.top-bar [role="status"]').filter({ hasText: /^Done after/ });
  await voice.waitFor({ state: 'attached', timeout: 30_000 });
  await page.locator('.meaning').first().waitFor();
  expect(await barriers(page)).toEqual([]);

  // Into the form and out again, a menu and out again.
  await press('Enter');
  await page.locator('.form-fields :focus').waitFor();
  await press('Escape');
  await onCard('classification-metrics');
  await press('Shift+F10');
  await page.getByRole('menuitem').first().waitFor();
  expect(await barriers(page)).toEqual([]);
  await press('Escape');
  await onCard('classification-metrics');
  await press('F2');
  await page.keyboard.type('How good?');
  await press('Enter');
  await onCard('classification-metrics');
  expect((await savedDocument(editor)).nodes.at(-1)?.label).toBe('How good?');
  await press('Control+z');
  expect((await savedDocument(editor)).nodes.at(-1)?.label).toBeUndefined();
  expect(complaints.filter((each) => !/4(09|22)/.test(each))).toEqual([]);
}, 60_000);
