import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import type { PipelineRecord, RunSummary } from '#server/services/types.ts';
import { dropFile, openHome, penguins } from './support/home.ts';
import { barriersInThemes, sharedBrowser } from './support/page.ts';

const shared = sharedBrowser();

async function chooseFile(page: Page, button: string, file: string): Promise<void> {
  const choosing = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: button }).click();
  await (await choosing).setFiles(file);
}

test('a stranger chooses a CSV, takes the suggested target, and sees the models compared', async () => {
  const { page, server, complaints } = await openHome(shared.browser);
  await expect
    .poll(() => page.getByRole('heading', { level: 2 }).first().textContent())
    .toBe('Comece com os seus dados');
  await chooseFile(page, 'Escolher arquivo', penguins);
  await page.getByRole('heading', { name: 'O que você quer prever?' }).waitFor();
  const target = page
    .getByRole('radiogroup', { name: 'O que você quer prever?' })
    .getByRole('radio', { checked: true });
  await expect.poll(() => target.getAttribute('value')).toBe('species');
  await page.getByText('Uma categoria com 3 classes: Adelie, Gentoo, Chinstrap').waitFor();
  expect(await barriersInThemes(page)).toEqual([]);

  await page.getByRole('button', { name: 'Criar e executar' }).click();
  await page.waitForURL(/\/pipelines\/\w+\?run=\w+$/);
  const run = new URL(page.url()).searchParams.get('run')!;
  const status = async (): Promise<string> =>
    (await server.ask<RunSummary>('GET', `/api/runs/${run}`)).json.status;
  await expect.poll(status, { timeout: 40_000 }).toBe('done');
  // On the canvas, where nothing is selected, the run says what it came to.
  const outcome = page.getByRole('region', { name: 'Comparação dos modelos' });
  await outcome.getByRole('button', { name: 'Regressão logística' }).click();
  await page.getByRole('tab', { selected: true }).waitFor();

  await page.goto(`${server.url}/runs`);
  await page.getByRole('button', { name: 'Prever species (penguins.csv)' }).click();
  const comparison = page.getByRole('region', { name: 'Comparação dos modelos' });
  const words = await comparison.textContent();
  expect(words).toMatch(/Regressão logística acerta \d+ de cada 100 linhas/);
  expect(words).toMatch(/Chutar sem olhar acertaria \d+/);
  expect(await barriersInThemes(page)).toEqual([]);
  expect(complaints).toEqual([]);
}, 60_000);

test('a file that is no table is refused in words, and another can be chosen', async () => {
  const { page, server } = await openHome(shared.browser, { locale: 'en-US', address: '/start' });
  const choosing = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Choose a file' }).click();
  const empty = { name: 'nothing.csv', mimeType: 'text/csv', buffer: Buffer.from('') };
  await (await choosing).setFiles(empty);
  await expect.poll(() => page.getByRole('alert').textContent()).toContain('nothing.csv');
  expect(await barriersInThemes(page)).toEqual([]);
  const again = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Choose another file' }).click();
  const sheet = { name: 'sheet.csv', mimeType: 'text/csv', buffer: Buffer.from('PK\u0003\u0004') };
  await (await again).setFiles(sheet);
  await page.getByRole('alert').getByText('“sheet.csv” is not text').waitFor();
  // What cannot be read is not among the files that are here already.
  expect((await server.ask('GET', '/api/datasets')).json).toEqual([]);
  await chooseFile(page, 'Choose another file', penguins);
  await page.getByRole('heading', { name: 'What do you want to predict?' }).waitFor();
  await page.getByText('Learns from 80 of 100 rows and checks with the other 20').waitFor();
  // Days one after the other: what comes is foreseen from what was.
  await page.getByRole('link', { name: 'Choose another file' }).click();
  const third = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Choose a file' }).click();
  const days = Array.from({ length: 60 }, (_, at) => {
    return `${new Date(Date.UTC(2024, 0, 1 + at)).toISOString().slice(0, 10)},${(at * 7) % 23}.5\n`;
  });
  const buffer = Buffer.from(`day,sold\n${days.join('')}`);
  await (await third).setFiles({ name: 'sold.csv', mimeType: 'text/csv', buffer });
  await page.getByText('The rows follow time (“day”)').waitFor();
}, 60_000);

test('the arrow keys choose the target and Enter on the button makes the pipeline, without a mouse', async () => {
  const { page, server } = await openHome(shared.browser, { locale: 'en-US', address: '/start' });
  await chooseFile(page, 'Choose a file', penguins);
  const target = page
    .getByRole('radiogroup', { name: 'What do you want to predict?' })
    .getByRole('radio', { checked: true });
  await target.waitFor();
  await target.focus();
  await page.keyboard.press('ArrowDown');
  await expect.poll(() => target.getAttribute('value')).not.toBe('species');
  const chosen = await target.getAttribute('value');
  await page.getByRole('button', { name: 'Create and run' }).focus();
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/pipelines\//);
  const { json } = await server.ask<readonly { name: string }[]>('GET', '/api/pipelines');
  expect(json.map(({ name }) => name)).toEqual([`Predict ${chosen} (penguins.csv)`]);
}, 60_000);

test('a file that is dropped where a template asks for one is for the template', async () => {
  const { page, server } = await openHome(shared.browser, { address: '/start?template=classify' });
  await page.getByRole('heading', { name: 'Prever uma categoria: com quais dados?' }).waitFor();
  const rows = Array.from(
    { length: 60 },
    (_, at) => `${at},${at % 7},${at % 3 > 0 ? 'sim' : 'não'}`,
  );
  await dropFile(page, 'idas.csv', ['distancia,atrasos,voltou', ...rows, ''].join('\n'));
  await page.waitForURL(/\/start\?dataset=\w+&template=classify$/);
  await page.getByRole('button', { name: 'Criar e executar' }).click();
  await page.waitForURL(/\/pipelines\//);
  const { json } = await server.ask<readonly { id: string; name: string }[]>(
    'GET',
    '/api/pipelines',
  );
  expect(json.map(({ name }) => name)).toEqual(['Prever uma categoria · voltou']);
  const made = await server.ask<PipelineRecord>('GET', `/api/pipelines/${json[0]!.id}`);
  expect(made.json.document.description).toContain('A partir de uma planilha');
}, 60_000);
