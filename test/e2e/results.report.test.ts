import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { openEditor } from './support/editor.ts';
import { learning, run, select, tab } from './support/panels.ts';
import { barriersInThemes, sharedBrowser } from './support/page.ts';

const shared = sharedBrowser();

test('a classifier’s report begins with what it means; its pictures are tables and files too', async () => {
  const pipeline = learning({
    data: 'credit_data',
    learner: 'logistic-regression',
    metrics: 'classification-metrics',
  });
  const { page, complaints } = await openEditor(shared.browser, pipeline, 'pt-BR');
  await run(page);
  await select(page, 'metrics');
  const meaning = page.locator('.meaning').first();
  await meaning.waitFor();
  await expect
    .poll(() => meaning.textContent())
    .toMatch(
      /^Acerta \d+ de cada 100 linhas do teste \(entre \d+ e \d+\)\. Chutar a classe mais comum acertaria 72\./,
    );
  // In short on the card, with a bar.
  const card = page.locator('.card', { has: page.locator('.mini-score') });
  await expect.poll(() => card.locator('.card-line').textContent()).toMatch(/acerta \d+ de 100$/);
  // Rows: actual; columns: predicted. They add up to the test rows.
  const cells = await page.locator('.confusion-cell').allTextContents();
  expect(cells).toHaveLength(4);
  expect(cells.reduce((sum, cell) => sum + Number(cell.replace('.', '')), 0)).toBe(891);
  await page.getByRole('button', { name: 'Porcentagens' }).click();
  await expect.poll(() => page.locator('.confusion-cell').first().textContent()).toMatch(/^\d+%$/);

  await expect.poll(() => page.locator('.chart-canvas canvas').count()).toBe(3);
  const roc = page.locator('.chart').filter({ hasText: 'Curva ROC' });
  for (const [item, name] of [
    ['Tabela (CSV)', 'Curva ROC.csv'],
    ['Desenho (SVG)', 'Curva ROC.svg'],
    ['Imagem (PNG)', 'Curva ROC.png'],
  ] as const) {
    await roc.getByRole('button', { name: 'Salvar' }).click();
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('menuitem', { name: item }).click(),
    ]);
    expect(file.suggestedFilename()).toBe(name);
    const bytes = readFileSync(await file.path());
    expect(bytes.length).toBeGreaterThan(200);
    expect(!name.endsWith('.csv') || bytes.toString().includes('Alarmes falsos;')).toBe(true);
  }
  await roc.getByRole('button', { name: 'Tabela' }).click();
  await expect.poll(() => roc.locator('tbody tr').count()).toBeGreaterThan(10);
  await roc.getByRole('button', { name: 'Salvar' }).click();
  await page.getByRole('menuitem', { name: 'Imagem (PNG)' }).waitFor();
  expect(await barriersInThemes(page)).toEqual([]);
  await page.keyboard.press('Escape');
  expect(complaints).toEqual([]);
}, 60_000);

test('a network’s loss is drawn while it learns; the model then answers a row and a file', async () => {
  const pipeline = learning({
    data: 'penguins',
    learner: 'neural-network',
    params: { epochs: 15 },
    metrics: 'classification-metrics',
  });
  const { page, complaints } = await openEditor(shared.browser, pipeline);
  await select(page, 'learner');
  await run(page);
  await page.getByText('Loss while training').waitFor();
  await page.locator('.chart').getByRole('button', { name: 'Table' }).click();
  // Events come thinned out, but the last epoch is always told.
  await expect.poll(() => page.locator('.chart tbody tr').last().textContent()).toMatch(/^15/);

  // Of three species each has its curve against the others.
  await select(page, 'metrics');
  const roc = page.locator('.chart').filter({ hasText: 'ROC curve' });
  await roc.locator('canvas').waitFor();
  await roc.getByRole('button', { name: 'Table' }).click();
  const classes = await roc.locator('tbody tr td:first-child').allTextContents();
  expect([...new Set(classes)]).toEqual(['Adelie', 'Chinstrap', 'Gentoo']);
  await select(page, 'learner');
  await tab(page, 'Use the model');
  await page.getByRole('button', { name: 'Answer' }).click();
  await page.locator('.answer-value').waitFor();
  expect(['Adelie', 'Chinstrap', 'Gentoo']).toContain(
    await page.locator('.answer-value').textContent(),
  );
  const shares = await page.locator('.probabilities .numbers').allTextContents();
  const total = shares.reduce((sum, share) => sum + Number.parseFloat(share), 0);
  expect(total).toBeCloseTo(100, 0);

  const [choosing] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.locator('.score').getByRole('button', { name: 'Choose a file' }).click(),
  ]);
  const csv = path.resolve(import.meta.dirname, '../../nodes/lib/samples/data/penguins.csv');
  await choosing.setFiles(csv);
  const link = page.locator('.score-link');
  await link.waitFor({ timeout: 20_000 });
  await expect.poll(() => link.textContent()).toContain('344 rows');
  const [file] = await Promise.all([page.waitForEvent('download'), link.click()]);
  const [header = ''] = readFileSync(await file.path(), 'utf8').split('\n');
  expect(header).toContain('predic');
  expect(await barriersInThemes(page)).toEqual([]);
  expect(complaints).toEqual([]);
  // A file that is only to be answered is no data set; one that lacks columns is told which, all of them.
  expect(await (await fetch(new URL('/api/datasets', page.url()))).json()).toEqual([]);
  await page.locator('.score input[type=file]').setInputFiles({
    name: 'few.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('sex,body_mass_g\nmale,4000\n'),
  });
  await page.getByText('The model needs 5 columns that are not in the data: “island”').waitFor();
}, 60_000);

test('a regression’s report tells the usual error and draws the rest', async () => {
  const pipeline = learning({
    data: 'concrete',
    learner: 'linear-regression',
    metrics: 'regression-metrics',
  });
  const { page, complaints } = await openEditor(shared.browser, pipeline);
  await run(page);
  await select(page, 'metrics');
  await page.locator('.meaning').waitFor();
  await expect
    .poll(() => page.locator('.meaning').textContent())
    .toMatch(/^It is off by [\d.]+ on average \(between [\d.]+ and [\d.]+\)\./);
  await expect.poll(() => page.locator('.chart-canvas canvas').count()).toBe(3);
  expect(complaints).toEqual([]);
}, 60_000);
