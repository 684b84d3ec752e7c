import { expect, test } from 'vitest';
import { openEditor, savedDocument, wiresOf } from './support/editor.ts';
import { learning, pipelineOf, run, select, tab } from './support/panels.ts';
import { barriers, sharedBrowser } from './support/page.ts';

const shared = sharedBrowser();

/** On a machine with other work. */
const slowly = { timeout: 10_000 };

const training = learning({
  data: 'credit_data',
  learner: 'neural-network',
  params: { epochs: 6 },
  metrics: 'classification-metrics',
});

test('a cell of the confusion matrix opens its rows; a training that is not repeated still shows its curve', async () => {
  const { page, complaints } = await openEditor(shared.browser, training, 'pt-BR');
  // Before any run: what a node gives, beside what comes in, at once.
  await select(page, 'filled');
  await page.getByText('4.454 linhas').first().waitFor();
  await page.getByLabel('Mostrar ao lado o que entra').check();
  await expect.poll(() => page.getByRole('grid').count(), slowly).toBe(2);
  await page.getByLabel('Mostrar ao lado o que entra').uncheck();
  await tab(page, 'Perfil');
  await page.locator('.profile-row').first().waitFor();
  await tab(page, 'Gráficos');
  await page.locator('.chart-canvas canvas').first().waitFor();
  await tab(page, 'Dados');
  await run(page);
  await select(page, 'metrics');
  const wrong = page.getByRole('button', { name: /bad.*good/ }).first();
  const count = Number((await wrong.textContent())?.replace('.', ''));
  await wrong.click();
  const heading = page.getByText('Linhas do teste: “Status” é bad, previsto good');
  await heading.waitFor();
  const grid = page.getByRole('grid');
  await expect.poll(() => grid.getAttribute('aria-rowcount'), slowly).toBe(String(count + 1));
  expect(await barriers(page, '.inspector')).toEqual([]);
  await page.getByRole('button', { name: 'Mostrar todas as linhas' }).click();
  await expect.poll(() => grid.getAttribute('aria-rowcount'), slowly).toBe('4455');

  await select(page, 'metrics');
  await tab(page, 'Resultado');
  await wrong.click();
  await heading.waitFor();
  await page.getByRole('button', { name: 'Voltar ao relatório' }).click();
  await page.locator('.confusion').waitFor();

  // Another page, another run: the training is not done again.
  await page.reload();
  await run(page);
  const card = page.locator('[data-testid="node-learner"]');
  await expect.poll(() => card.getAttribute('data-state'), slowly).toBe('cached');
  await card.locator('.sparkline').waitFor();
  await select(page, 'learner');
  await page.getByText('Perda durante o treino').waitFor();
  expect(complaints).toEqual([]);
}, 60_000);

test('what is wrong is mended by a click, on the node, in the list and at the field, and taken back by one undo', async () => {
  const unfinished = pipelineOf(
    [
      ['data', 'sample-data', { name: 'credit_data' }],
      ['kept', 'select-columns', { columns: ['Agge', 'Home', 'Status'] }],
      ['learner', 'logistic-regression'],
      ['loose', 'scale', { method: 'standrd' }],
    ],
    ['data.table > kept.table', 'kept.table > learner.table'],
  );
  const editor = await openEditor(shared.browser, unfinished);
  const { page, complaints } = editor;
  const before = JSON.stringify((await savedDocument(editor)).nodes);
  const mark = (node: string) => page.locator(`[data-testid="node-${node}"] .state-mark`);
  const undo = page.getByRole('button', { name: /^Undo/ });

  // On the node.
  await page.locator('[data-testid="node-loose"][data-state="unconfigured"]').waitFor();
  await mark('loose').click();
  const note = page.getByRole('dialog', { name: 'Problems' });
  await note.getByRole('button', { name: 'Use “Mean 0, standard deviation 1”' }).click();
  await expect
    .poll(async () => (await savedDocument(editor)).nodes[3]?.params, slowly)
    .toEqual({
      method: 'standard',
    });
  await undo.click();

  // At the field.
  await select(page, 'kept');
  await page.locator('.form').getByRole('button', { name: 'Use “Age”' }).click();
  await expect
    .poll(async () => (await savedDocument(editor)).nodes[1]?.params, slowly)
    .toEqual({
      columns: ['Age', 'Home', 'Status'],
    });

  // In the list.
  await page.keyboard.press('Escape');
  await page.locator('.react-flow__pane').click({ position: { x: 500, y: 20 } });
  const list = page.locator('.problems');
  await list.getByRole('button', { name: 'Insert “Encode categories”' }).click();
  await expect.poll(async () => (await savedDocument(editor)).nodes.length, slowly).toBe(5);
  expect(wiresOf(await savedDocument(editor))).toContain('encode-categories.table > learner.table');
  expect(await barriers(page, '.inspector')).toEqual([]);
  await undo.click();
  await undo.click();
  await expect
    .poll(async () => JSON.stringify((await savedDocument(editor)).nodes), slowly)
    .toBe(before);
  // A look at a node that cannot be computed is refused, which the browser notes.
  expect(complaints.filter((each) => !each.includes('422'))).toEqual([]);
}, 60_000);
