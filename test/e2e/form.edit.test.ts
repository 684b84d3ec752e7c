import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { openEditor, savedDocument, type OpenEditor } from './support/editor.ts';
import { penguins } from './support/home.ts';
import { field, pipelineOf, select } from './support/panels.ts';
import { barriersInThemes, sharedBrowser } from './support/page.ts';

const shared = sharedBrowser();

const document = pipelineOf(
  [
    ['data', 'sample-data', { name: 'credit_data' }],
    ['rows', 'filter-rows'],
    ['result', 'formula'],
    ['scaled', 'scale', { columns: ['Agge'] }],
    ['network', 'neural-network'],
  ],
  [
    'data.table > rows.table',
    'data.table > result.table',
    'data.table > scaled.table',
    'scaled.table > network.table',
  ],
);

async function paramsOf(editor: OpenEditor, node: string) {
  const { nodes } = await savedDocument(editor);
  return nodes.find(({ id }) => id === node)?.params;
}

/** By its name, from the list that opens, which bears the same name as the field. */
async function pickColumn(within: Locator, label: string, column: string): Promise<void> {
  const box = within.getByRole('combobox', { name: label });
  await box.fill(column);
  await within.getByRole('option', { name: column }).waitFor();
  await box.press('Enter');
}

/** Lets no answer from there through until it is told to. */
async function holdBack(page: Page, address: string): Promise<() => void> {
  let letGo = (): void => undefined;
  const held = new Promise<void>((resolve) => (letGo = resolve));
  await page.route(address, async (route) => {
    await held;
    await route.continue();
  });
  return letGo;
}

test('numbers are typed as the language writes them, told when they do not fit, and taken back at once', async () => {
  const editor = await openEditor(shared.browser, document, 'pt-BR');
  const { page } = editor;
  await select(page, 'network');
  const rate = field(page, 'learningRate').locator('input');
  await rate.fill('');
  await rate.pressSequentially('0,003');
  await expect.poll(() => paramsOf(editor, 'network')).toEqual({ learningRate: 0.003 });
  await expect.poll(() => rate.inputValue()).toBe('0,003');

  await field(page, 'epochs').locator('input').fill('0');
  await expect.poll(() => field(page, 'epochs').textContent()).toContain('no mínimo 1');
  expect(await barriersInThemes(page)).toEqual([]);
  // What cannot be read is said alone: the number before it is not what is to be mended.
  await field(page, 'epochs').locator('input').fill('muitas');
  await field(page, 'epochs').getByText('Isto não é um número.').waitFor();
  await field(page, 'epochs').getByText('no mínimo 1').waitFor({ state: 'hidden' });
  await field(page, 'epochs')
    .getByRole('button', { name: /Voltar ao padrão/ })
    .click();
  await expect.poll(() => field(page, 'epochs').locator('input').inputValue()).toBe('50');

  // A list: one more layer, moved up.
  await field(page, 'layers').getByRole('button', { name: 'Acrescentar' }).click();
  await field(page, 'layers').getByRole('button', { name: 'Subir o item 3' }).click();
  expect((await paramsOf(editor, 'network'))?.['layers']).toEqual([
    { units: 32 },
    { units: 32 },
    { units: 16 },
  ]);
  await page.locator('.react-flow__pane').click({ position: { x: 20, y: 300 } });
  for (let times = 0; times < 5; times++) await page.keyboard.press('Control+z');
  await expect.poll(() => paramsOf(editor, 'network')).toEqual({});
}, 60_000);

test('columns come from the wire: a slip is mended by a click, others are found by typing', async () => {
  const editor = await openEditor(shared.browser, document);
  const { page, complaints } = editor;
  await select(page, 'scaled');
  await field(page, 'columns').getByText('Did you mean “Age”?').waitFor();
  await field(page, 'columns').getByRole('button', { name: 'Use “Age”' }).click();
  await expect.poll(() => paramsOf(editor, 'scaled')).toEqual({ columns: ['Age'] });

  await field(page, 'columns')
    .getByRole('button', { name: /Choose columns/ })
    .click();
  const search = field(page, 'columns').getByRole('combobox');
  // Whoever opens the list goes on by typing.
  await page.keyboard.type('inc');
  await search.press('Enter');
  // A text does not fit here, and says so.
  await search.fill('marital');
  const option = field(page, 'columns').getByRole('option', { name: /Marital/ });
  await expect.poll(() => option.getAttribute('aria-disabled')).toBe('true');
  await search.press('Enter');
  await expect.poll(() => paramsOf(editor, 'scaled')).toEqual({ columns: ['Age', 'Income'] });
  expect(await barriersInThemes(page)).toEqual([]);
  // A look at a wire that cannot be computed yet is refused, which a browser's console tells as an error.
  expect(complaints.filter((each) => !each.includes('422'))).toEqual([]);
}, 60_000);

test('a condition is built in rows, seen as a formula, and filters what is shown', async () => {
  const editor = await openEditor(shared.browser, document, 'pt-BR');
  const { page } = editor;
  await select(page, 'rows');
  const condition = field(page, 'condition');
  await pickColumn(condition, 'Coluna da condição 1', 'Age');
  await condition.getByLabel('Comparação da condição 1').selectOption('gt');
  await condition.getByLabel('Valor da condição 1').fill('60,5');
  await condition.getByRole('button', { name: 'Acrescentar condição' }).click();
  // What is not whole is left out of the condition, and says so.
  const open = condition.getByText('Incompleta: esta condição ainda não conta.');
  await open.waitFor();
  await pickColumn(condition, 'Coluna da condição 2', 'Income');
  await condition.getByLabel('Valor da condição 2').fill('muito');
  await condition.getByText('Isto não é um número.').waitFor();
  await open.waitFor();
  await condition.getByLabel('Valor da condição 2').fill('1.000,5');
  await open.waitFor({ state: 'detached' });
  await pickColumn(condition, 'Coluna da condição 2', 'Home');
  await condition.getByLabel('Comparação da condição 2').selectOption('missing');
  await condition.getByLabel('Como as condições se juntam').selectOption('any');
  // 106 people are older and 6 have no home, counted in the file by itself.
  await page.getByText('112 linhas, 14 colunas').waitFor();
  expect(await barriersInThemes(page)).toEqual([]);
  await condition.getByRole('button', { name: 'Escrever como fórmula' }).click();
  await expect
    .poll(() => condition.locator('textarea').inputValue())
    .toBe('Age > 60,5 OU É_NULO(Home)');
}, 60_000);

test('a column that was typed before the columns are known is the one that is taken', async () => {
  const editor = await openEditor(shared.browser, document);
  const { page } = editor;
  const letGo = await holdBack(page, '**/api/previews/schemas');
  await page.reload();
  await select(page, 'rows');
  const condition = field(page, 'condition');
  await condition
    .getByRole('combobox', { name: 'Column of condition 1' })
    .pressSequentially('Home');
  letGo();
  await condition.getByRole('option', { name: 'Home' }).waitFor();
  await page.keyboard.press('Enter');
  // A field that is emptied holds no column.
  const box = condition.getByRole('combobox', { name: 'Column of condition 1' });
  await box.fill('');
  await box.press('Tab');
  await expect.poll(() => box.inputValue()).toBe('');
  await pickColumn(condition, 'Column of condition 1', 'Home');
  await condition.getByLabel('Comparison of condition 1').selectOption('missing');
  await condition.getByRole('button', { name: 'Write it as a formula' }).click();
  await expect.poll(() => condition.locator('textarea').inputValue()).toBe('IS_NULL(Home)');
}, 60_000);

test('a formula is completed, its fault is marked in its place, and its tree is kept', async () => {
  const editor = await openEditor(shared.browser, document);
  const { page } = editor;
  await select(page, 'result');
  const formula = field(page, 'expression').locator('textarea');
  await formula.pressSequentially('rou');
  await page.getByRole('option', { name: 'ROUND' }).waitFor();
  expect(await barriersInThemes(page)).toEqual([]);
  await formula.press('Enter');
  await formula.pressSequentially('Inc');
  await page.getByRole('option', { name: 'Income' }).waitFor();
  await formula.press('Tab');
  await formula.pressSequentially(' / 12, 1');
  await formula.press('Escape');
  await expect
    .poll(() => field(page, 'expression').textContent())
    .toContain('The formula ends at character 21');
  await expect.poll(() => page.locator('.formula-twin mark').count()).toBe(1);
  expect(await barriersInThemes(page)).toEqual([]);
  // Nothing runs on what is not read: it is kept as it was typed, a problem of the node.
  const unread = { $formula: 'ROUND(Income / 12, 1', locale: 'en' };
  expect((await paramsOf(editor, 'result'))?.['expression']).toEqual(unread);
  await page.reload();
  await page.locator('[data-testid="node-result"] [data-state="unconfigured"]').waitFor();
  await select(page, 'result');
  await expect.poll(() => formula.inputValue()).toBe(unread.$formula);
  await formula.press('End');
  await formula.pressSequentially(')');
  await field(page, 'expression').getByText('Gives: number with decimals').waitFor();
  expect((await paramsOf(editor, 'result'))?.['expression']).toMatchObject({
    kind: 'call',
    fn: 'round',
    args: [{ fn: 'div' }, { value: 1 }],
  });
}, 60_000);

test('any field can take its value from a parameter of the pipeline, and edit it', async () => {
  const editor = await openEditor(shared.browser, document);
  const { page } = editor;
  await select(page, 'network');
  await field(page, 'epochs').getByRole('button', { name: 'More about Epochs' }).click();
  const byNew = page.getByRole('menuitem', { name: 'A new parameter' });
  await byNew.waitFor();
  expect(await barriersInThemes(page)).toEqual([]);
  await byNew.click();
  await field(page, 'epochs').getByText('By the pipeline’s parameter “Epochs”').waitFor();
  expect(await barriersInThemes(page)).toEqual([]);
  const saved = await savedDocument(editor);
  expect(saved.parameters).toEqual([
    { name: 'epochs', type: 'integer', label: 'Epochs', default: 50 },
  ]);
  await expect.poll(() => paramsOf(editor, 'network')).toEqual({ epochs: { $param: 'epochs' } });
  // What is typed there is the parameter's from now on, and stays when the field is set by itself again.
  await field(page, 'epochs').getByRole('textbox').fill('80');
  const parameters = async () => (await savedDocument(editor)).parameters;
  await expect.poll(parameters).toMatchObject([{ name: 'epochs', default: 80 }]);
  expect(await paramsOf(editor, 'network')).toEqual({ epochs: { $param: 'epochs' } });
  await field(page, 'epochs').getByRole('button', { name: 'Set it here instead' }).click();
  await expect.poll(() => paramsOf(editor, 'network')).toEqual({ epochs: 80 });
}, 60_000);

test('a form that is longer than its room is scrolled to its end, and nothing else moves', async () => {
  const laptop = { viewport: { width: 1366, height: 768 } };
  const { page } = await openEditor(shared.browser, document, 'en-US', laptop);
  await select(page, 'network');
  const last = page.locator('.form-fields > .field').last();
  const bottom = async (part: string): Promise<number> => {
    const box = await page.locator(part).boundingBox();
    return box!.y + box!.height;
  };
  const end = async (): Promise<number> => {
    const box = await last.boundingBox();
    return box!.y + box!.height;
  };
  const edge = await bottom('.editor-form');
  await expect.poll(() => end()).toBeGreaterThan(edge);
  // What the keys lead to beneath the edge comes by itself.
  await last.locator('input, button, select').last().focus();
  await expect.poll(end).toBeLessThanOrEqual(edge);
  await page.locator('.form-fields').hover();
  await page.mouse.wheel(0, -5000);
  await expect.poll(end).toBeGreaterThan(edge);
  await page.mouse.wheel(0, 5000);
  await expect.poll(end).toBeLessThanOrEqual(edge);
  expect((await page.locator('.top-bar').boundingBox())?.y).toBe(0);
}, 60_000);

test('a file on its way to a field gets there though somebody has turned to another node', async () => {
  const nodes = pipelineOf(
    [
      ['data', 'csv-file'],
      ['rows', 'filter-rows'],
    ],
    [],
  );
  const editor = await openEditor(shared.browser, nodes);
  const { page } = editor;
  await select(page, 'data');
  const letGo = await holdBack(page, '**/api/datasets?name=*');
  const choosing = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Bring a file in' }).click();
  await (await choosing).setFiles(penguins);
  await select(page, 'rows');
  await field(page, 'condition').waitFor();
  // Who comes back meanwhile sees it on its way.
  await select(page, 'data');
  await page.getByRole('progressbar', { name: 'Sending the file' }).waitFor();
  await select(page, 'rows');
  letGo();
  await expect
    .poll(async () => (await paramsOf(editor, 'data'))?.['file'], { timeout: 10_000 })
    .toMatchObject({ dataset: 'penguins.csv' });
  await select(page, 'data');
  const chosen = field(page, 'file').locator('option:checked');
  await expect.poll(() => chosen.textContent()).toContain('penguins.csv');
}, 60_000);
