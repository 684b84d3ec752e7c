import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import type { PipelineRecord } from '#server/services/types.ts';
import { lived, openHome, penguins } from './support/home.ts';
import { barriersInThemes, sharedBrowser } from './support/page.ts';

const shared = sharedBrowser();

const row = (page: Page, name: string) => page.getByRole('row').filter({ hasText: name });

test('a file is looked at, exchanged for another in the pipelines that read it, and not removed while they do', async () => {
  const home = await openHome(shared.browser, { locale: 'en-US', address: '/datasets' });
  const { page, server } = home;
  const pipeline = await lived(home);
  await page.getByRole('button', { name: 'penguins.csv', exact: true }).click();
  await page.getByText('344 rows · 8 columns').waitFor();
  await page.getByRole('link', { name: pipeline.name }).waitFor();
  expect(await barriersInThemes(page)).toEqual([]);
  await page.keyboard.press('Escape');

  await page.getByRole('button', { name: 'Actions for penguins.csv' }).click();
  await page.getByRole('menuitem', { name: 'Delete' }).click();
  const remove = page.getByRole('dialog').getByRole('button', { name: 'Delete' });
  await remove.waitFor();
  expect(await barriersInThemes(page)).toEqual([]);
  await remove.click();
  await expect.poll(() => page.getByRole('alert').textContent()).toContain(pipeline.name);
  expect(await barriersInThemes(page)).toEqual([]);

  await page.getByRole('button', { name: 'Actions for penguins.csv' }).click();
  await page.getByRole('menuitem', { name: 'Replace by another file' }).click();
  const choose = page.getByRole('button', { name: 'Choose a file' });
  await choose.waitFor();
  expect(await barriersInThemes(page)).toEqual([]);
  const choosing = page.waitForEvent('filechooser');
  await choose.click();
  const fewer = readFileSync(penguins, 'utf8').split('\n').slice(0, 200).join('\n');
  const file = { name: 'penguins 2.csv', mimeType: 'text/csv', buffer: Buffer.from(fewer) };
  await (await choosing).setFiles(file);
  await page.getByText('One pipeline reads “penguins 2.csv” now.').waitFor();
  const { json } = await server.ask<PipelineRecord>('GET', `/api/pipelines/${pipeline.id}`);
  const [reader] = json.document.nodes;
  expect(reader?.params['file']).toMatchObject({ dataset: 'penguins 2.csv' });
}, 60_000);

/** Lets go of files over the page, as the desktop does. */
async function letGo(page: Page, files: readonly string[]): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  const data = { items: [], files: [...files], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await devtools.send('Input.dispatchDragEvent', { type, x: 600, y: 600, data });
  }
  await devtools.detach();
}

test('of several files that are dropped each is kept; one that is here already, and a folder, are told', async () => {
  const { page, server, complaints } = await openHome(shared.browser, { locale: 'en-US' });
  const samples = path.dirname(penguins);
  await page.getByRole('button', { name: 'Choose a file' }).waitFor();
  await letGo(page, [penguins, path.join(samples, 'iris.csv')]);
  await row(page, 'penguins.csv').waitFor();
  await row(page, 'iris.csv').waitFor();
  await letGo(page, [penguins]);
  await page.getByText('“penguins.csv” was here already.').waitFor();
  expect(new URL(page.url()).pathname).toBe('/datasets');
  expect(complaints).toEqual([]);
  await letGo(page, [samples, path.join(samples, 'concrete.csv')]);
  await row(page, 'concrete.csv').waitFor();
  await page.getByText('“data” cannot be read: it is a folder').waitFor();
  expect(await barriersInThemes(page)).toEqual([]);
  const { json } = await server.ask<readonly unknown[]>('GET', '/api/datasets');
  expect(json).toHaveLength(3);
}, 60_000);
