import { expect, test } from 'vitest';
import { openEditor } from './support/editor.ts';
import { pipelineOf, select, tab } from './support/panels.ts';
import { barriers, sharedBrowser } from './support/page.ts';

const shared = sharedBrowser();

const selecting = pipelineOf(
  [
    ['data', 'sample-data', { name: 'credit_data' }],
    ['kept', 'select-columns', { columns: ['Age', 'Home', 'Income'] }],
  ],
  ['data.table > kept.table'],
);

test('rows are looked at before anything runs, by mouse and by keyboard', async () => {
  const { page, complaints } = await openEditor(shared.browser, selecting);
  await select(page, 'data');
  await page.getByText('4,454 rows, 14 columns').waitFor();
  const grid = page.getByRole('grid');
  await expect.poll(() => grid.getAttribute('aria-rowcount')).toBe('4455');
  await page.locator('.grid-header .mini-histogram').first().waitFor();
  await grid.focus();
  await page.keyboard.press('Control+End');
  // The last row and the last column are fetched as they come into view.
  const last = page.locator('.grid-cell[aria-selected="true"]');
  await expect.poll(() => last.textContent()).toMatch(/\d/);
  await expect.poll(() => page.locator('.grid-row[aria-rowindex="4455"]').count()).toBe(1);

  await select(page, 'kept');
  await page.getByText('4,454 rows, 3 columns').waitFor();
  await page.getByLabel('Show what comes in beside it').check();
  await page.getByText('4,454 rows, 14 columns').waitFor();
  await expect.poll(() => page.getByRole('grid').count()).toBe(2);
  expect(await barriers(page, '.inspector')).toEqual([]);
  expect(complaints).toEqual([]);
}, 60_000);

test('profile, charts and help are one click away, in both themes without a barrier', async () => {
  const { page, complaints } = await openEditor(shared.browser, selecting, 'pt-BR');
  await select(page, 'data');
  await tab(page, 'Perfil');
  await page.locator('.profile-row').first().waitFor();
  await page.locator('.profile-search').fill('senior');
  await expect.poll(() => page.locator('.profile-row').count()).toBe(1);
  await expect.poll(() => page.locator('.profile-row').textContent()).toContain('7,987');
  expect(await barriers(page, '.inspector')).toEqual([]);

  await tab(page, 'Gráficos');
  await page.locator('.chart-canvas canvas').waitFor();
  await page.locator('.charts-picker select').first().selectOption('box');
  await page.getByText('Seniority por Status').waitFor();
  await page.getByRole('button', { name: 'Tabela', exact: true }).click();
  await expect.poll(() => page.locator('.figure-table tbody').textContent()).toContain('good');
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await barriers(page, '.inspector')).toEqual([]);

  await tab(page, 'Ajuda');
  await page.getByRole('heading', { name: 'Dados de exemplo', level: 3 }).waitFor();
  await page.keyboard.press('ArrowLeft');
  expect(complaints).toEqual([]);
}, 60_000);

test('names and cells that look like markup are shown as the text that they are', async () => {
  const hostile = '<img src=x onerror=alert(1)>';
  const params = {
    columns: [
      { name: hostile, type: 'category' },
      { name: '__proto__', type: 'number' },
    ],
    rows: [
      [hostile, 1],
      ['constructor', null],
    ],
  };
  const { page, complaints } = await openEditor(
    shared.browser,
    pipelineOf([['t', 'manual-table', params]], []),
  );
  await select(page, 't');
  await page.locator('.wire-size', { hasText: '2 rows, 2 columns' }).waitFor();
  await page.locator('.grid-cell').first().waitFor();
  await expect
    .poll(() => page.locator('.grid-header').allTextContents())
    .toEqual([
      expect.stringContaining(hostile) as string,
      expect.stringContaining('__proto__') as string,
    ]);
  await expect.poll(() => page.locator('.grid-cell').first().textContent()).toBe(hostile);
  await expect.poll(() => page.locator('.grid-missing').count()).toBe(1);
  await tab(page, 'Charts');
  await page.locator('.chart-canvas canvas').waitFor();
  await expect.poll(() => page.locator('img').count()).toBe(0);
  expect(complaints).toEqual([]);
}, 60_000);

test('while nothing is selected, problems lead to their field', async () => {
  const { page } = await openEditor(
    shared.browser,
    pipelineOf(
      [
        ['data', 'sample-data'],
        ['rows', 'filter-rows'],
      ],
      ['data.table > rows.table'],
    ),
    'pt-BR',
  );
  const problem = page.locator('.problem-item').filter({ hasText: 'Filtrar linhas' });
  await problem.waitFor();
  await expect.poll(() => problem.textContent()).toContain('“Condição”');
  await problem.click();
  await page.locator('[data-path="/condition"] input').first().waitFor();
  const focused = () =>
    page.evaluate<string>(`document.activeElement?.closest('[data-path]')?.dataset.path`);
  await expect.poll(focused).toBe('/condition');
}, 60_000);
