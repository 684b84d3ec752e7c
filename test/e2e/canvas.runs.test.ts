import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import type { Pipeline, PipelineNode } from '#schemas/types.ts';
import { emptyPipeline, openEditor, savedDocument } from './support/editor.ts';
import { barriersInThemes, sharedBrowser } from './support/page.ts';

const shared = sharedBrowser();

const node = (id: string, type: string, x: number, params = {}): PipelineNode => {
  return { id, type, version: 1, params, position: { x, y: 0 } };
};

const asking: Pipeline = {
  ...emptyPipeline,
  nodes: [
    node('data', 'sample-data', 0),
    node('gate', 'approval', 300, { message: 'Podemos publicar?' }),
    node('yes', 'fill-missing', 600),
    node('no', 'fill-missing', 900),
  ],
  edges: [
    { from: { node: 'data', port: 'table' }, to: { node: 'gate', port: 'value' } },
    { from: { node: 'gate', port: 'approved' }, to: { node: 'yes', port: 'table' } },
    { from: { node: 'gate', port: 'refused' }, to: { node: 'no', port: 'table' } },
  ],
};

test('a question is asked by the node and across the page; the answer lets the run go on', async () => {
  const { page, complaints } = await openEditor(shared.browser, asking, 'pt-BR');
  const state = (id: string) =>
    page.locator(`[data-testid="node-${id}"]`).getAttribute('data-state');
  await page.getByRole('button', { name: 'Executar' }).click();
  const banner = page.getByRole('region', { name: 'Uma pergunta que espera por você' });
  await banner.waitFor();
  await expect.poll(() => banner.textContent()).toContain('Podemos publicar?');
  const card = page.getByRole('dialog', { name: 'Uma pergunta que espera por você' });
  await card.getByRole('textbox').fill('Ainda não.');
  await expect.poll(() => banner.getByRole('textbox').inputValue()).toBe('Ainda não.');
  expect(await barriersInThemes(page)).toEqual([]);
  await card.getByRole('button', { name: 'Recusar' }).click();
  await expect
    .poll(() => page.locator('.run-state').getAttribute('data-status'), { timeout: 20_000 })
    .toBe('done');
  expect(await Promise.all(['gate', 'yes', 'no'].map(state))).toEqual(['done', 'skipped', 'done']);
  expect([await banner.count(), await card.count()]).toEqual([0, 0]);
  // What was decided, and why, stands with the step.
  await page.getByTestId('node-gate').click();
  await page.getByRole('tab', { name: 'Registro' }).click();
  await page.getByText('Alguém recusou e escreveu: “Ainda não.”').waitFor();
  // What comes after the question is foretold for the next run, which asks again.
  await page.getByTestId('node-no').click();
  const next = page.locator('.log-run', { hasText: 'Próxima execução' });
  await next
    .getByText('Espera uma resposta em “Aprovação” (Recusado). Depois o resultado')
    .waitFor();
  expect(complaints).toEqual([]);
}, 60_000);

const given: Pipeline = {
  ...emptyPipeline,
  nodes: [
    node('data', 'sample-data', 0),
    node('split', 'split-data', 300, { train: { $param: 'share' } }),
    node('fill', 'fill-missing', 600),
  ],
  edges: ['data split', 'split fill'].map((wire) => {
    const [from = '', to = ''] = wire.split(' ');
    return { from: { node: from, port: 'table' }, to: { node: to, port: 'table' } };
  }),
  parameters: [{ name: 'share', type: 'number', label: 'To learn from', default: 70 }],
};

test('a run with other values leaves the pipeline as it is, and what came of it is not taken for its own', async () => {
  const editor = await openEditor(shared.browser, given);
  const { page, server, id, complaints } = editor;
  const stateOf = (each: string) => page.getByTestId(`node-${each}`).getAttribute('data-state');
  const menu = page.getByRole('button', { name: 'Other ways to start' });
  const dialog = page.getByRole('dialog', { name: 'Run with other values' });
  const share = dialog.getByRole('textbox', { name: 'To learn from' });
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await expect.poll(() => stateOf('fill'), { timeout: 20_000 }).toBe('done');

  // By the keys alone: they begin in the first field, and come back to the menu.
  await menu.focus();
  await page.keyboard.press('Enter');
  await page.getByRole('menuitem', { name: 'Run with other values…' }).press('Enter');
  await expect.poll(() => page.evaluate('document.activeElement.id')).toBe('given-share');
  expect(await share.inputValue()).toBe('70');
  await dialog.getByText('In the pipeline: 70 %.').waitFor();
  await page.keyboard.type('700');
  await page.keyboard.press('Enter');
  await dialog.getByText('Too large: at most').waitFor();
  expect(await barriersInThemes(page, '[role="dialog"]')).toEqual([]);
  await page.keyboard.press('Escape');
  await expect
    .poll(() => page.evaluate('document.activeElement.ariaLabel'))
    .toBe('Other ways to start');

  await menu.click();
  await page.getByRole('menuitem', { name: 'Run with other values…' }).click();
  await share.fill('50');
  await page.keyboard.press('Enter');
  const shown = page.locator('.run-state[data-status="done"]', {
    hasText: 'with To learn from = 50',
  });
  await shown.waitFor({ timeout: 20_000 });
  expect(await Promise.all(['data', 'split', 'fill'].map(stateOf))).toEqual([
    'cached',
    'stale',
    'stale',
  ]);
  expect((await savedDocument(editor)).parameters).toEqual(given.parameters);
  await page.reload();
  await shown.waitFor();
  await expect.poll(() => stateOf('fill')).toBe('stale');
  // What it gave is the pipeline's own once the pipeline has that value.
  await page.getByTestId('node-split').click();
  await page.locator('[data-path="/train"] input').fill('50');
  await expect.poll(() => stateOf('fill')).toBe('done');
  await page.goto(`${server.url}/runs?pipeline=${id}`);
  await page.getByText('with To learn from = 50 %').waitFor();
  expect(complaints).toEqual([]);
}, 60_000);

const table = 'cidade,preço\nRecife,10\nOlinda,12\nNatal,7\n';

async function dropFile(page: Page, name: string, text: string): Promise<void> {
  // As text: what these names mean is the browser's, and tests are not checked against its types.
  const data = await page.evaluateHandle(`(() => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([${JSON.stringify(text)}], ${JSON.stringify(name)}));
    return transfer;
  })()`);
  const canvas = page.locator('.react-flow__pane');
  const where = { dataTransfer: data, clientX: 700, clientY: 300, bubbles: true, cancelable: true };
  await canvas.dispatchEvent('dragover', where);
  await page.locator('.file-over').waitFor();
  expect(await barriersInThemes(page)).toEqual([]);
  await canvas.dispatchEvent('drop', where);
}

test('a CSV file let go over the canvas becomes a node that reads it, as one step', async () => {
  const editor = await openEditor(shared.browser, emptyPipeline, 'pt-BR');
  const { page, complaints } = editor;
  await dropFile(page, 'preços.csv', table);
  await page.locator('.react-flow__node[data-id="csv-file"].selected').waitFor();
  const [reader] = (await savedDocument(editor)).nodes;
  expect(reader?.params['file']).toMatchObject({ dataset: 'preços.csv' });
  await page.locator('.editor-inspector').getByText('Olinda').first().waitFor();
  await page.locator('.react-flow__pane').click({ position: { x: 20, y: 20 } });
  await page.keyboard.press('Control+z');
  expect((await savedDocument(editor)).nodes).toEqual([]);
  await dropFile(page, 'foto.png', 'no table');
  await expect.poll(() => page.getByRole('alert').textContent()).toContain('foto.png');
  expect(complaints).toEqual([]);
}, 60_000);
