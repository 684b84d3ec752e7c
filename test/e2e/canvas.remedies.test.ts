import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import type { Pipeline, PipelineNode } from '#schemas/types.ts';
import { drawWire, emptyPipeline, openEditor, savedDocument, wiresOf } from './support/editor.ts';
import { barriers, sharedBrowser } from './support/page.ts';

const shared = sharedBrowser();

const node = (id: string, type: string, x: number): PipelineNode => {
  return { id, type, version: 1, params: {}, position: { x, y: 0 } };
};

/** As somebody lays it out who forgot what predicts, and that the data has texts. */
const unfinished: Pipeline = {
  ...emptyPipeline,
  nodes: [
    node('data', 'sample-data', 0),
    node('split', 'split-data', 288),
    node('learner', 'logistic-regression', 576),
    node('metrics', 'classification-metrics', 864),
  ],
  edges: [
    { from: { node: 'data', port: 'table' }, to: { node: 'split', port: 'table' } },
    { from: { node: 'split', port: 'table' }, to: { node: 'learner', port: 'table' } },
  ],
};

const card = (page: Page, id: string) => page.locator(`[data-testid="node-${id}"]`);

test('what stops a run is said before it, mended in a step, and the rest can run', async () => {
  const editor = await openEditor(shared.browser, unfinished);
  const { page } = editor;

  await card(page, 'metrics').locator('.state-mark[data-state="unconfigured"]').click();
  const note = page.locator('.fix-note');
  await note.getByRole('button', { name: 'Insert “Predict”' }).click();
  await note.waitFor({ state: 'hidden' });
  expect(wiresOf(await savedDocument(editor)).slice(2)).toEqual([
    'learner.model > predict.model',
    'predict.table > metrics.table',
    'split.table > predict.table',
  ]);
  await page.keyboard.press('Control+z');
  expect(wiresOf(await savedDocument(editor))).toHaveLength(2);

  await drawWire(page, 'learner.model', 'metrics.table');
  await page.getByRole('alert').getByRole('button', { name: 'Predict' }).click();
  const bridged = await savedDocument(editor);
  expect(wiresOf(bridged).slice(2)).toEqual([
    'learner.model > predict.model',
    'predict.table > metrics.table',
    'split.table > predict.table',
  ]);
  const places = ['learner', 'predict', 'metrics'].map((id) =>
    bridged.nodes.find((each) => each.id === id),
  );
  expect(places.map((each) => each?.position)).toEqual([
    { x: 576, y: 0 },
    { x: 864, y: 0 },
    { x: 1152, y: 0 },
  ]);

  await page.keyboard.press('Escape');
  await card(page, 'learner').locator('.state-mark[data-state="unconfigured"]').waitFor();
  await page.keyboard.press('F7');
  const told = page.getByRole('dialog', { name: '1 problem stops this run' });
  await told.getByText('2 features are not numbers').waitFor();
  expect(await barriers(page)).toEqual([]);
  await page.keyboard.press('Enter');
  const line = page.locator('.problem-item');
  await page.locator('.problem-item:focus').waitFor();

  await page.getByRole('button', { name: 'Insert “Encode categories”' }).click();
  await expect.poll(() => page.locator('.problem-item').count()).toBe(0);
  await page.keyboard.press('Control+z');
  expect(wiresOf(await savedDocument(editor))).toEqual(wiresOf(bridged));

  await line.waitFor();
  await page.keyboard.press('F7');
  await told.getByRole('button', { name: 'Run the 2 nodes that are ready' }).click();
  await card(page, 'split').locator('.state-mark[data-state="done"]').waitFor();
  await expect.poll(() => card(page, 'metrics').getAttribute('data-state')).not.toBe('failed');
}, 60_000);
