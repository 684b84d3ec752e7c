import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import { expect, onTestFinished, test } from 'vitest';
import type { Pipeline } from '#schemas/types.ts';
import type { PipelineRecord } from '#server/services/types.ts';
import { actor } from '../support/services.ts';
import { lived, openHome, type OpenHome } from './support/home.ts';
import { barriers, sharedBrowser } from './support/page.ts';

const shared = sharedBrowser();

/** A second run of the pipeline that `lived` made, with another seed, other settings and a step that is new. */
async function changedAndRun(home: OpenHome): Promise<PipelineRecord> {
  const { server } = home;
  const made = await lived(home);
  const { nodes, edges } = made.document;
  const learner = nodes.find(({ type }) => type === 'logistic-regression')!;
  const split = nodes.find(({ type }) => type === 'split-data')!;
  const document: Pipeline = {
    ...made.document,
    seed: made.document.seed + 1,
    nodes: [
      ...nodes.map((node) =>
        node === learner ? { ...node, params: { ...node.params, c: 0.001 } } : node,
      ),
      {
        id: 'looked-at',
        type: 'save-data',
        version: 1,
        params: { name: 'rows' },
        position: { x: split.position.x, y: split.position.y + 400 },
      },
    ],
    edges: [
      ...edges,
      { from: { node: split.id, port: 'table' }, to: { node: 'looked-at', port: 'table' } },
    ],
  };
  const headers = { 'if-match': '*' };
  const address = `/api/pipelines/${made.id}`;
  await server.ask('PUT', address, { json: document, headers });
  const run = await server.services.runs.start(actor, { source: { pipeline: made.id } });
  const result = await server.services.runs.finished(actor, run.id);
  expect(result.status).toBe('done');
  return made;
}

/** Two runs chosen in the list, and what their comparison says. */
async function compareInList(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Execuções', exact: true }).click();
  for (const at of [0, 1]) await page.getByRole('checkbox').nth(at).check();
  await page.getByRole('link', { name: 'Comparar', exact: true }).click();
  await page.getByRole('heading', { name: 'O que mudou no pipeline' }).waitFor();
}

test('two runs are compared: what was changed, in words, and what came of it', async () => {
  const home = await openHome(shared.browser);
  const { page, complaints } = home;
  await changedAndRun(home);
  await compareInList(page);
  expect(page.url()).toMatch(/\/compare\/\w+\/\w+$/);

  const change = page.locator('.compare-change').filter({ hasText: 'Regressão logística' });
  await expect.poll(() => change.locator('dt').textContent()).toBe('Confiança nos dados (C)');
  await expect.poll(() => change.locator('ins').textContent()).toContain('0,001');
  const seed = page.locator('.compare-change').filter({ hasText: 'Semente' });
  await expect.poll(() => seed.locator('del').textContent()).toMatch(/\d+/);
  await page.locator('.compare-change[data-change="added"]').waitFor();
  const accuracy = page.locator('[data-figure="accuracy"]').first();
  await expect.poll(() => accuracy.locator('td').count()).toBe(4);
  await expect.poll(() => accuracy.textContent()).toMatch(/melhor|pior|igual|sorte/);
  expect(await barriers(page)).toEqual([]);
  await page.emulateMedia({ colorScheme: 'dark' });
  // Colours fade from one theme to the other.
  await expect.poll(() => barriers(page), { timeout: 20_000 }).toEqual([]);
  const before = page.url();
  await page.getByRole('link', { name: 'Trocar' }).click();
  await page.locator('.compare-change[data-change="removed"]').waitFor();
  expect(page.url()).not.toBe(before);
  expect(complaints).toEqual([]);
}, 60_000);

async function openFile(file: string, javaScriptEnabled: boolean): Promise<Page> {
  const context = await shared.browser.newContext({ offline: true, javaScriptEnabled });
  onTestFinished(() => context.close());
  const page = await context.newPage();
  await page.goto(pathToFileURL(file).href);
  return page;
}

test('the report of a run is one file, which opens without scripts and without a barrier', async () => {
  const home = await openHome(shared.browser);
  const { page, complaints } = home;
  const { name } = await lived(home);
  await page.getByRole('link', { name: 'Execuções', exact: true }).click();
  await page.getByRole('button', { name }).click();
  const downloading = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Baixar relatório' }).click();
  const file = await downloading;
  expect(file.suggestedFilename()).toMatch(/\.html$/);
  expect(complaints).toEqual([]);

  const kept = path.join(home.server.home, 'report.html');
  await file.saveAs(kept);
  const still = await openFile(kept, false);
  await expect.poll(() => still.title()).toContain(name);
  await expect.poll(() => still.locator('svg.graph .card').count()).toBeGreaterThan(8);
  await still.getByRole('heading', { name: 'Os modelos lado a lado' }).waitFor();
  await expect.poll(() => still.locator('table.confusion').count()).toBeGreaterThan(1);
  await expect
    .poll(() => still.locator('table.figures').first().textContent())
    .toContain('Acurácia');
  // What looks for barriers is a script itself.
  expect(await barriers(await openFile(kept, true))).toEqual([]);
  expect(await readFile(kept, 'utf8')).not.toMatch(/<script|https?:\/\/(?!www\.w3\.org)/);
}, 60_000);
