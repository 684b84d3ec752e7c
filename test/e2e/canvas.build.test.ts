import { readFile } from 'node:fs/promises';
import type { FileChooser, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import type { RunResult } from '#schemas/types.ts';
import type { RunSummary } from '#server/services/types.ts';
import type { TestServer } from '../http/support/server.ts';
import {
  dragIn,
  drawWire,
  emptyPipeline,
  openEditor,
  savedDocument,
  wiresOf,
} from './support/editor.ts';
import { openHome, penguins } from './support/home.ts';
import { barriers, sharedBrowser } from './support/page.ts';
import { field, select, tab } from './support/panels.ts';

const shared = sharedBrowser();

// Far enough from the edges that no wire's end makes the canvas move on under it.
const nodes = [
  ['csv-file', 170, 70],
  ['split-data', 410, 70],
  ['fill-missing', 650, 70],
  ['encode-categories', 170, 190],
  ['scale', 410, 190],
  ['neural-network', 650, 190],
  ['predict', 170, 310],
  ['classification-metrics', 410, 310],
] as const;

const wires = [
  'csv-file.table > split-data.table',
  'split-data.table > fill-missing.table',
  'fill-missing.table > encode-categories.table',
  'encode-categories.table > scale.table',
  'scale.table > neural-network.table',
  'neural-network.model > predict.model',
  'scale.table > predict.table',
  'predict.table > classification-metrics.table',
];

const cardOf = (page: Page, node: string) => page.locator(`[data-testid="node-${node}"]`);
const stateOf = (page: Page, node: string) => cardOf(page, node).getAttribute('data-state');
const runs = (page: Page, status: string) =>
  page.locator(`.run-state[data-status="${status}"]`).waitFor({ timeout: 40_000 });

/** The figures that the newest run left at a node. */
async function figuresOf({ ask }: TestServer): Promise<unknown> {
  const { json: all } = await ask<RunSummary[]>('GET', '/api/runs');
  const { json } = await ask<RunResult>('GET', `/api/runs/${all[0]?.id}/result`);
  return json.nodes['classification-metrics']?.report?.['metrics'];
}

async function choose(page: Page, button: string, file: Parameters<FileChooser['setFiles']>[0]) {
  const choosing = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: button }).click();
  await (await choosing).setFiles(file);
}

test('a pipeline is built by mouse on a file, learns before the eyes, is judged, and gives the same in another home', async () => {
  const editor = await openEditor(shared.browser);
  const { page, server, complaints } = editor;
  for (const [type, x, y] of nodes) await dragIn(page, type, x, y);
  for (const wire of wires) {
    const [from = '', to = ''] = wire.split(' > ');
    await drawWire(page, from, to);
  }
  expect(wiresOf(await savedDocument(editor))).toEqual(wires);

  // The file, and what to predict: from a list.
  await select(page, 'csv-file');
  await choose(page, 'Bring a file in', penguins);
  await page.locator('.react-flow__pane').click({ position: { x: 30, y: 400 } });
  await page.getByRole('button', { name: 'Choose another column to predict' }).click();
  await field(page, 'target').getByRole('combobox').click();
  await page.getByRole('option', { name: 'species' }).click();
  await select(page, 'neural-network');
  await field(page, 'epochs').locator('input').fill('900');
  await field(page, 'patience').locator('input').fill('0');
  await savedDocument(editor);

  // The loss is drawn while the run goes on.
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await page.getByText('Loss while training').waitFor();
  await page.locator('.chart-canvas canvas').first().waitFor();
  await expect.poll(() => page.locator('.run-state').getAttribute('data-status')).toBe('running');
  await runs(page, 'done');
  await expect.poll(() => stateOf(page, 'classification-metrics')).toBe('done');
  await select(page, 'classification-metrics');
  await tab(page, 'Result');
  await page.locator('.confusion').getByText('Chinstrap').first().waitFor();
  const figures = await figuresOf(server);
  expect(figures).toMatchObject({ accuracy: expect.closeTo(1, 1) as number });

  // An edit makes what it leads to stale, and nothing before it; taking it back makes it fresh.
  await cardOf(page, 'fill-missing').click({ position: { x: 12, y: 12 } });
  await page.keyboard.press('Delete');
  await expect.poll(() => stateOf(page, 'predict')).toBe('stale');
  await expect.poll(() => stateOf(page, 'split-data')).toBe('done');
  await page.keyboard.press('Control+z');
  await expect.poll(() => stateOf(page, 'predict')).toBe('done');
  await savedDocument(editor);

  // It leaves with its data, and gives the same figures where neither is known.
  const coming = page.waitForEvent('download');
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Export with its data' }).click();
  const buffer = await readFile(await (await coming).path());
  const there = await openHome(shared.browser, { locale: 'en-US' });
  const bundle = { name: 'all.zip', mimeType: 'application/zip', buffer };
  await choose(there.page, 'Import a pipeline', bundle);
  await there.page.getByRole('button', { name: 'Open' }).click();
  await there.page.getByRole('button', { name: 'Run', exact: true }).click();
  await runs(there.page, 'done');
  expect(await figuresOf(there.server)).toEqual(figures);
  expect([...complaints, ...there.complaints]).toEqual([]);
}, 90_000);

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
