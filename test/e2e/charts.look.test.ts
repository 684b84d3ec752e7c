import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { dragIn, drawWire, openEditor } from './support/editor.ts';
import { field, pipelineOf, run, select, tab } from './support/panels.ts';
import { barriers, sharedBrowser } from './support/page.ts';

const shared = sharedBrowser();

test('a chart out of the palette draws with nothing said, at once and by a run; behind it are its table and a drawing as a file', async () => {
  const { page, complaints } = await openEditor(shared.browser);
  await dragIn(page, 'sample-data', 200, 160);
  await dragIn(page, 'bar-chart', 560, 160);
  const idOf = async (type: string): Promise<string> =>
    (await page.locator(`.react-flow__node[data-id^="${type}"]`).getAttribute('data-id')) ?? '';
  const [data, bars] = [await idOf('sample-data'), await idOf('bar-chart')];
  await drawWire(page, `${data}.table`, `${bars}.table`);
  await select(page, bars);
  const chart = page.locator('.report-drawn .chart');
  // Before the run it is a look, and each edit draws another one.
  const preview = page.locator('.picture-preview');
  await preview.getByText('Preview, before the run').waitFor();
  await chart.locator('canvas').waitFor();
  // The card has it from there, without asking for it.
  const onCard = page.locator(`[data-testid="node-${bars}"]`);
  await onCard.locator('.card-glimpse[data-fresh="true"] .mini-chart-bars path').waitFor();
  await expect.poll(() => chart.locator('.chart-title').textContent()).toMatch(/^Rows by \w+/);
  await field(page, 'title').getByRole('textbox').fill('How many of each');
  await chart.getByText('How many of each').waitFor();
  expect(await barriers(page, '.inspector')).toEqual([]);
  await field(page, 'title').getByRole('textbox').fill('');
  await run(page);
  await chart.locator('canvas').waitFor();
  await preview.waitFor({ state: 'detached' });
  await expect.poll(() => chart.locator('.chart-title').textContent()).toMatch(/^Rows by \w+/);
  // The same picture, small, on the card.
  await onCard.locator('.mini-chart-bars path').waitFor();
  await expect.poll(() => onCard.locator('.card-glimpse').count()).toBe(0);

  // A menu is left by Esc, and the node stays chosen.
  await chart.getByRole('button', { name: 'Save' }).click();
  const drawing = page.getByRole('menuitem', { name: 'Drawing (SVG)' });
  await drawing.waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Escape');
  await drawing.waitFor({ state: 'detached' });
  expect(await page.locator('.form').count()).toBe(1);

  await chart.getByRole('button', { name: 'Save' }).click();
  const [file] = await Promise.all([page.waitForEvent('download'), drawing.click()]);
  const svg = readFileSync(await file.path(), 'utf8');
  await chart.getByRole('button', { name: 'Table' }).click();
  const cells = await chart.locator('tbody tr').first().locator('td').allTextContents();
  const [category = '', count = ''] = cells;
  expect(count).toMatch(/^[\d,]+$/);
  expect(svg).toContain(`>${category}</text>`);
  expect(svg.match(/<path/g)!.length).toBeGreaterThan(5);
  // On its own ground, for it may be light on dark, and no lower than is readable.
  expect(svg).toMatch(/^<svg width="\d+" height="3\d\d"[^>]*>\s*<rect [^>]*fill="rgb\(255/);
  expect(complaints).toEqual([]);
}, 60_000);

const kinds = [
  ['hist', 'histogram', { x: 'Age', colourBy: 'part', show: 'share' }, 'Como Age se distribui'],
  [
    'points',
    'scatter-chart',
    { x: 'Price', y: 'Amount', trend: true, points: 500 },
    'Amount contra Price',
  ],
  ['line', 'line-chart', { x: 'Age', y: 'Income' }, 'Média de Income ao longo de Age'],
  ['boxes', 'box-plot', { y: 'Income', groupBy: 'part' }, 'Income por parte da separação'],
  ['heat', 'heatmap', { x: 'Job', y: 'Home' }, 'Home × Job: Linhas'],
  ['pairs', 'correlation', {}, 'Correlações (Pearson)'],
] as const;

test('every kind is drawn in the reader’s language, says what it leaves out, and has no barrier', async () => {
  const pipeline = pipelineOf(
    [
      ['data', 'sample-data', { name: 'credit_data' }],
      ['split', 'split-data'],
      ...kinds.map(([id, type, params]) => [id, type, { ...params }] as const),
    ],
    ['data.table > split.table', ...kinds.map(([id]) => `split.table > ${id}.table`)],
  );
  const { page, complaints } = await openEditor(shared.browser, pipeline, 'pt-BR');
  await run(page);
  for (const [id, , , title] of kinds) {
    await select(page, id);
    await page.locator('.chart-title', { hasText: title }).waitFor();
    await page.locator('.chart-canvas canvas').first().waitFor();
  }
  await select(page, 'points');
  await page.getByText('Uma sobe claramente com a outra (r = 0,73).').waitFor();
  await page.getByText('Aparecem 500 de 4.454 linhas').waitFor();
  expect(await barriers(page, '.inspector')).toEqual([]);
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await barriers(page, '.inspector')).toEqual([]);
  await tab(page, 'Ajuda');
  await page.getByRole('heading', { name: 'Gráfico de dispersão', level: 3 }).waitFor();
  expect(complaints).toEqual([]);
}, 60_000);
