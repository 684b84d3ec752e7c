import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import type { Pipeline } from '#schemas/types.ts';
import type { PipelineRecord } from '#server/services/types.ts';
import { actor } from '../support/services.ts';
import { emptyPipeline } from './support/editor.ts';
import { dropFile, lived, openHome } from './support/home.ts';
import { barriersInThemes, sharedBrowser } from './support/page.ts';

const shared = sharedBrowser();

const row = (page: Page, name: string) => page.getByRole('row').filter({ hasText: name });

test('a pipeline is renamed, duplicated, thrown away, brought back and found', async () => {
  const home = await openHome(shared.browser, { locale: 'en-US' });
  const { page, complaints } = home;
  const { name } = await lived(home);
  await page.getByRole('button', { name: `Actions for ${name}` }).click();
  await page.getByRole('menuitem', { name: 'Rename' }).waitFor();
  expect(await barriersInThemes(page)).toEqual([]);
  await page.getByRole('menuitem', { name: 'Rename' }).click();
  await page.getByRole('textbox', { name: 'Name' }).waitFor();
  expect(await barriersInThemes(page)).toEqual([]);
  await page.getByRole('textbox', { name: 'Name' }).fill('Birds of the south');
  await page.keyboard.press('Enter');
  await row(page, 'Birds of the south').waitFor();

  await page.getByRole('button', { name: 'Actions for Birds of the south' }).click();
  await page.getByRole('menuitem', { name: 'Duplicate' }).click();
  await expect.poll(() => row(page, 'Birds of the south').count()).toBe(2);

  const copy = page.getByRole('row').filter({ hasText: /Birds of the south.*Never run/ });
  await copy.getByRole('button').click();
  await page.getByRole('menuitem', { name: 'Move to the trash' }).click();
  await expect.poll(() => row(page, 'Birds of the south').count()).toBe(1);
  await page.getByRole('button', { name: 'Undo' }).waitFor();
  expect(await barriersInThemes(page)).toEqual([]);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => row(page, 'Birds of the south').count()).toBe(2);

  await page.getByRole('searchbox').fill('south birds');
  await expect.poll(() => row(page, 'Birds of the south').count()).toBe(2);
  await page.getByRole('searchbox').fill('whales');
  await page.getByText('No pipeline has “whales” in its name.').waitFor();
  expect(complaints).toEqual([]);
}, 60_000);

test('a pipeline’s file that is dropped is imported, and what is odd in it is told', async () => {
  const { page, server } = await openHome(shared.browser, { locale: 'en-US' });
  const node = { version: 1, params: {}, position: { x: 0, y: 0 } };
  const document = {
    format: 1,
    name: 'From afar',
    nodes: [{ ...node, id: 'odd', type: 'crystal-ball' }],
    edges: [],
    definitions: {},
    parameters: [],
    seed: 1,
  };
  await dropFile(page, 'afar.json', JSON.stringify(document));
  await page
    .getByText('One kind of node is not installed here and kept as it is: crystal-ball.')
    .waitFor();
  expect(await barriersInThemes(page)).toEqual([]);
  await page.getByRole('button', { name: 'Open' }).click();
  await page.waitForURL(/\/pipelines\/\w+$/);
  const id = page.url().split('/').at(-1)!;
  const { json } = await server.ask<PipelineRecord>('GET', `/api/pipelines/${id}`);
  expect(json.document.nodes).toEqual(document.nodes);
}, 60_000);

test('a model is given a name, thrown away and brought back; a run is deleted for ever', async () => {
  const home = await openHome(shared.browser, { locale: 'en-US', address: '/models' });
  const { page, complaints } = home;
  await lived(home);
  await page.getByRole('button', { name: 'Actions for Logistic regression' }).click();
  await page.getByRole('menuitem', { name: 'Rename' }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill('Who is who');
  await page.keyboard.press('Enter');
  await row(page, 'Who is who').waitFor();
  await page.getByRole('button', { name: 'Actions for Who is who' }).click();
  await page.getByRole('menuitem', { name: 'Move to the trash' }).click();
  await expect.poll(() => row(page, 'Who is who').count()).toBe(0);
  await page.getByRole('link', { name: 'Trash' }).click();
  await row(page, 'Who is who').waitFor();
  expect(await barriersInThemes(page)).toEqual([]);
  await page.getByRole('button', { name: 'Restore Who is who · species' }).click();
  await expect.poll(() => row(page, 'Who is who').count()).toBe(0);

  await page.getByRole('link', { name: 'Models' }).click();
  await page.getByRole('button', { name: 'Who is who', exact: true }).click();
  const drawer = page.getByRole('dialog');
  await drawer.getByRole('link', { name: 'See the run that trained it' }).waitFor();
  expect(await barriersInThemes(page)).toEqual([]);
  await page.keyboard.press('Escape');

  await page.getByRole('link', { name: 'Runs' }).click();
  await page.getByRole('button', { name: /^Predict species/ }).click();
  const drawn = page.getByRole('dialog').getByRole('button', { name: 'Delete' });
  await drawn.waitFor();
  expect(await barriersInThemes(page)).toEqual([]);
  await drawn.click();
  await page.getByRole('dialog').last().getByRole('button', { name: 'Delete' }).click();
  await page.getByText('What you run stands here').waitFor();
  expect(complaints).toEqual([]);
}, 60_000);

test('a run that no pipeline of this home started is answered, or told to end, from the list', async () => {
  const { page, server, complaints } = await openHome(shared.browser, { locale: 'en-US' });
  const made = { version: 1, position: { x: 0, y: 0 } };
  const document: Pipeline = {
    ...emptyPipeline,
    name: 'From a command line',
    nodes: [
      { ...made, id: 'data', type: 'sample-data', params: {} },
      { ...made, id: 'first', type: 'approval', params: { message: 'Is it good?' } },
      { ...made, id: 'second', type: 'approval', params: { message: 'Is it really?' } },
    ],
    edges: [
      { from: { node: 'data', port: 'table' }, to: { node: 'first', port: 'value' } },
      { from: { node: 'first', port: 'approved' }, to: { node: 'second', port: 'value' } },
    ],
  };
  const { runs } = server.services;
  for (const _ of [1, 2]) await runs.start(actor, { source: { document }, trigger: 'command' });
  const waiting = async () => (await runs.list(actor)).filter((run) => run.status === 'waiting');
  await expect.poll(async () => (await waiting()).length, { timeout: 20_000 }).toBe(2);
  await page.getByRole('link', { name: 'Runs' }).click();
  await page.getByRole('button', { name: 'From a command line' }).first().click();
  const drawer = page.getByRole('dialog');
  const asked = drawer.getByRole('region', { name: 'A question that waits for you' });
  await asked.getByText('Is it good?').waitFor();
  expect(await barriersInThemes(page)).toEqual([]);
  await asked.getByRole('button', { name: 'Approve' }).click();
  await asked.getByText('Is it really?').waitFor({ timeout: 20_000 });
  await asked.getByRole('textbox').fill('Not with these rows');
  await asked.getByRole('button', { name: 'Refuse' }).click();
  await drawer.getByText('Done').waitFor({ timeout: 20_000 });
  await page.keyboard.press('Escape');

  await page.getByRole('button', { name: 'From a command line' }).last().click();
  await drawer.getByRole('button', { name: 'Cancel' }).click();
  await drawer.getByText('Cancelled').waitFor();
  await drawer.getByRole('button', { name: 'Delete' }).waitFor();
  expect(complaints).toEqual([]);
}, 60_000);

test('a model answers a row that is typed in, with the chance of each class', async () => {
  const home = await openHome(shared.browser, { address: '/models' });
  const { page, complaints } = home;
  await lived(home);
  await page.getByRole('button', { name: 'Usar Regressão logística' }).click();
  await page.getByRole('textbox', { name: 'bill_length_mm' }).fill('50,5');
  await page.getByRole('textbox', { name: 'body_mass_g' }).fill('5700');
  await page.getByRole('button', { name: 'Ver a resposta' }).click();
  const answer = page.locator('.answer');
  await answer.waitFor();
  await expect.poll(() => answer.textContent()).toMatch(/\d%/);
  expect(await barriersInThemes(page)).toEqual([]);
  await page.getByRole('textbox', { name: 'body_mass_g' }).fill('pesado');
  await page.locator('.field-said').waitFor();
  await expect
    .poll(() => page.getByRole('button', { name: 'Ver a resposta' }).isDisabled())
    .toBe(true);
  expect(await barriersInThemes(page)).toEqual([]);
  // The page takes files too: it must neither start a pipeline from this one nor go on waiting for it.
  await dropFile(page, 'novos.csv', 'bill_length_mm,body_mass_g\n50.5,5700\n', '.score');
  await page.locator('.score .field-said').waitFor();
  expect(await page.locator('.home-drop').count()).toBe(0);
  expect(complaints).toHaveLength(1);
  expect(new URL(page.url()).pathname).toBe('/models');
}, 60_000);
