import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import type { RunResult } from '#schemas/types.ts';
import type { PipelineRecord, PipelineSummary, RunSummary } from '#server/services/types.ts';
import { emptyPipeline, openEditor } from './support/editor.ts';
import { dropFile, lived, openHome, type OpenHome } from './support/home.ts';
import { barriersInThemes, sharedBrowser } from './support/page.ts';
import { run } from './support/panels.ts';

const shared = sharedBrowser();

const nameOf = (page: Page) => page.getByRole('textbox', { name: 'Name of the pipeline' });

/** What the windows of the browser keep of the pipeline that is open; as text, since tests know none of its names. */
const draftsOf = (page: Page): Promise<unknown> =>
  page.evaluate(`new Promise((resolve, reject) => {
    const opening = indexedDB.open('esteira');
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const table = opening.result.transaction('histories').objectStore('histories');
      const start = location.pathname.split('/').at(-1) + '/';
      const asking = table.getAll(IDBKeyRange.bound(start, start + '\uFFFF'));
      asking.onerror = () => reject(asking.error);
      asking.onsuccess = () => resolve(asking.result.map(({ draft }) => draft.name).toSorted());
      opening.result.close();
    };
  })`);

/** The figures of the newest run, by node. */
async function figuresOf({ server: { ask } }: OpenHome) {
  const { json: runs } = await ask<RunSummary[]>('GET', '/api/runs');
  const { json } = await ask<RunResult>('GET', `/api/runs/${runs[0]!.id}/result`);
  const told = Object.entries(json.nodes).map(([id, { report }]) => [id, report?.['metrics']]);
  return Object.fromEntries(told.filter(([, metrics]) => metrics !== undefined)) as object;
}

test('a pipeline that leaves with its data gives the same figures in a home that knows neither', async () => {
  const here = await openHome(shared.browser, { locale: 'en-US' });
  const { name } = await lived(here);
  const coming = here.page.waitForEvent('download');
  await here.page.getByRole('button', { name: `Actions for ${name}` }).click();
  await here.page.getByRole('menuitem', { name: 'Export with its data' }).click();
  const download = await coming;
  expect(download.suggestedFilename()).toBe(`${name}.zip`);
  const buffer = await readFile(await download.path());

  const there = await openHome(shared.browser, { locale: 'en-US' });
  const { page } = there;
  const choosing = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Import a pipeline' }).click();
  await (await choosing).setFiles({ name: 'all.zip', mimeType: 'application/zip', buffer });
  await page.getByText('“penguins.csv” came with it.').waitFor();
  expect(await barriersInThemes(page)).toEqual([]);
  await page.getByRole('button', { name: 'Open' }).click();
  await run(page);
  expect(await figuresOf(there)).toEqual(await figuresOf(here));
  expect(there.complaints).toEqual([]);
}, 60_000);

test('a pipeline’s text that is pasted on Home is imported; a broken archive is refused in words', async () => {
  const home = await openHome(shared.browser, { locale: 'en-US' });
  const { page, server } = home;
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  const from = { node: 'a', port: 'nothing' };
  const node = { type: 'sample-data', version: 1, params: {}, position: { x: 0, y: 0 } };
  const document = {
    ...emptyPipeline,
    name: 'From a chat',
    nodes: [
      { ...node, id: 'a' },
      { ...node, id: 'b', type: 'scale' },
    ],
    edges: [{ from, to: { node: 'b', port: 'table' } }],
  };
  const text = JSON.stringify(JSON.stringify(document));
  await page.evaluate(`navigator.clipboard.writeText(${text})`);
  await page.keyboard.press('Control+v');
  await page.getByText('One wire does not fit; it is kept and drawn dashed').waitFor();
  await page.getByRole('button', { name: 'Open' }).click();
  await expect.poll(() => nameOf(page).inputValue()).toBe('From a chat');
  await page.locator('[data-testid="node-b"]').waitFor();

  // On the canvas a file of a pipeline opens beside what is there, whatever is wrong with it.
  const list = () => server.ask<PipelineSummary[]>('GET', '/api/pipelines');
  await dropFile(page, 'broken.zip', 'PK and then nothing', '.canvas');
  await page.getByRole('alert').filter({ hasText: 'not a zip archive' }).waitFor();
  expect(await barriersInThemes(page)).toEqual([]);
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).last().click();
  expect((await list()).json).toHaveLength(1);
  await page.goto(server.url);
  await page.getByRole('button', { name: 'Import a pipeline' }).waitFor();
  await dropFile(page, 'broken.json', '{');
  await page.getByRole('alert').filter({ hasText: 'not JSON' }).waitFor();
}, 60_000);

test('of two versions none is lost: the one that is left is kept as a copy', async () => {
  const { page, context, server } = await openEditor(shared.browser);
  const other = await context.newPage();
  await other.goto(page.url());
  await nameOf(other).waitFor();
  const rename = async (tab: Page, name: string): Promise<void> => {
    await nameOf(tab).fill(name);
    await tab.keyboard.press('Enter');
  };
  const renameUnsaved = async (tab: Page, name: string): Promise<void> => {
    await tab.route('**/api/pipelines/*', (route) =>
      route.request().method() === 'PUT' ? route.abort() : route.continue(),
    );
    await rename(tab, name);
    await tab.getByRole('alert').filter({ hasText: 'The server does not answer' }).waitFor();
  };
  const documents = async (): Promise<string[]> => {
    const { json } = await server.ask<PipelineSummary[]>('GET', '/api/pipelines');
    const all = json.map(({ id }) => server.ask<PipelineRecord>('GET', `/api/pipelines/${id}`));
    return (await Promise.all(all)).map(({ json: { document } }) => document.name).toSorted();
  };
  // With something unsaved a window is told as soon as the other one saves.
  await renameUnsaved(other, 'Second');
  await rename(page, 'First');
  const take = other.getByRole('button', { name: 'Open the other version' });
  await take.waitFor();
  await expect.poll(() => nameOf(other).inputValue()).toBe('Second');
  await other.unroute('**/api/pipelines/*');
  expect(await barriersInThemes(other)).toEqual([]);
  await take.click();
  await other.getByText('Yours is kept as “Second (my copy)”.').waitFor();
  expect(await barriersInThemes(other)).toEqual([]);
  await expect.poll(() => nameOf(other).inputValue()).toBe('First');
  await expect.poll(() => documents()).toEqual(['First', 'Second (my copy)']);

  await renameUnsaved(page, 'Fourth');
  await expect.poll(() => draftsOf(page)).toEqual(['Fourth']);
  await rename(other, 'Third');
  await page.getByRole('alert').filter({ hasText: 'Nothing was overwritten' }).waitFor();
  await other.locator('.top-bar-saved[data-status="saved"]').waitFor();
  await expect.poll(() => draftsOf(page)).toEqual(['Fourth']);
  // What is not saved outlives the page, even though another version was saved meanwhile.
  await page.unroute('**/api/pipelines/*');
  await page.reload();
  await expect.poll(() => nameOf(page).inputValue()).toBe('Fourth');
  await page.getByRole('button', { name: /^Keep mine/ }).click();
  await page.getByText('The other version is kept as “Third (other version)”.').waitFor();
  await expect.poll(() => nameOf(other).inputValue()).toBe('Fourth');
  await expect
    .poll(() => documents())
    .toEqual(['Fourth', 'Second (my copy)', 'Third (other version)']);
}, 60_000);
