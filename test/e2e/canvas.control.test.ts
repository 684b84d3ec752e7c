import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { openEditor, savedDocument } from './support/editor.ts';
import { field, pipelineOf, select, tab } from './support/panels.ts';
import { barriers, sharedBrowser } from './support/page.ts';

const shared = sharedBrowser();

const document = pipelineOf(
  [
    ['data', 'sample-data', { name: 'penguins' }],
    ['split', 'split-data'],
    ['fill', 'fill-missing'],
    ['encode', 'encode-categories'],
    ['learn', 'baseline'],
    ['predict', 'predict'],
  ],
  [
    'data.table > split.table',
    'split.table > fill.table',
    'fill.table > encode.table',
    'encode.table > learn.table',
    'learn.model > predict.model',
    'encode.table > predict.table',
  ],
);

const NODES = ['data', 'split', 'fill', 'encode', 'learn', 'predict'] as const;

const states = (page: Page) =>
  Promise.all(
    NODES.map((id) => page.locator(`[data-testid="node-${id}"]`).getAttribute('data-state')),
  );

/** What the mark of a node's state says to whoever points at it. */
async function hint(page: Page, id: string): Promise<string> {
  const shown = page.getByRole('tooltip');
  await page.mouse.move(5, 400);
  await expect.poll(() => shown.count()).toBe(0);
  await page.locator(`[data-testid="node-${id}"] .state-mark`).hover();
  await shown.locator('.state-next').waitFor();
  return (await shown.textContent()) ?? '';
}

async function runEnds(page: Page, key: string): Promise<void> {
  const answered = page.waitForResponse(
    (response) => response.url().endsWith('/api/runs') && response.request().method() === 'POST',
  );
  await page.keyboard.press(key);
  await answered;
  await expect
    .poll(() => page.locator('.run-state').getAttribute('data-status'), { timeout: 30_000 })
    .toBe('done');
}

test('a run is foreseen, repeated in part, reset and held by a pin', async () => {
  const editor = await openEditor(shared.browser, document, 'pt-BR');
  const { page, complaints } = editor;
  await page.locator('.react-flow__pane').click({ position: { x: 20, y: 20 } });
  await runEnds(page, 'F7');
  await expect.poll(() => states(page)).toEqual(NODES.map(() => 'done'));

  // What one edit leads to: the same in marks and in the server's words. A look at rows would compute some of it.
  await select(page, 'fill');
  await tab(page, 'Registro');
  await field(page, 'numbers').getByText('Média').click();
  const stale = ['done', 'done', 'stale', 'stale', 'stale', 'stale'];
  await expect.poll(() => states(page)).toEqual(stale);
  await expect
    .poll(() => hint(page, 'fill'))
    .toContain('Vai executar. O parâmetro “Preencher números com” mudou de Mediana para Média.');
  const log = page.getByRole('tabpanel');
  await expect
    .poll(() => log.textContent())
    .toContain('Próxima execução Vai executar. O parâmetro');
  await expect.poll(() => hint(page, 'learn')).toContain('Vai executar. O que chega em');
  await expect.poll(() => hint(page, 'split')).toContain('será reaproveitado');

  await page.getByRole('button', { name: 'Outras opções de execução' }).click();
  await page.getByText('4 nós vão executar; 2 resultados são reaproveitados.').waitFor();
  expect(await barriers(page, '.editor')).toEqual([]);
  await page.keyboard.press('Escape');

  // Pinned, the learner stays; what follows hangs on the other wire still.
  await page.keyboard.press('Control+z');
  await select(page, 'learn');
  await page.keyboard.press('p');
  await page.locator('[data-testid="node-learn"]').getByText('Fixado').waitFor();
  await page.getByRole('note').getByText('só vale depois de desafixar').waitFor();
  const pinned = (await savedDocument(editor)).nodes.find(({ id }) => id === 'learn')?.pinned;
  expect(pinned).toMatch(/^[0-9a-f]{64}$/);
  await select(page, 'fill');
  await field(page, 'numbers').getByText('Média').click();
  const marks = ['done', 'done', 'stale', 'stale', 'done', 'stale'];
  await expect.poll(() => states(page)).toEqual(marks);
  await expect.poll(() => hint(page, 'learn')).toContain('Fixado: mantém este resultado.');
  expect(await barriers(page, '.editor')).toEqual([]);

  // Reset from the split on: forgotten through a reload too, and computed again.
  await select(page, 'split');
  await page.keyboard.press('F9');
  const reset = ['done', 'ready', 'ready', 'ready', 'done', 'ready'];
  await expect.poll(() => states(page)).toEqual(reset);
  await savedDocument(editor);
  await page.reload();
  await expect.poll(() => states(page), { timeout: 15_000 }).toEqual(reset);
  await expect.poll(() => hint(page, 'split')).toContain('Pediu-se que fosse calculado de novo.');
  await page.locator('.react-flow__pane').click({ position: { x: 20, y: 20 } });
  await runEnds(page, 'F7');
  await expect
    .poll(() => states(page))
    .toEqual(['cached', 'done', 'done', 'done', 'cached', 'done']);

  // From here on: this node and what follows, though nothing changed.
  await select(page, 'encode');
  await runEnds(page, 'Shift+F8');
  await expect
    .poll(() => states(page))
    .toEqual(['cached', 'cached', 'cached', 'done', 'cached', 'done']);

  await select(page, 'learn');
  await page.getByRole('note').getByRole('button', { name: 'Desafixar' }).click();
  await expect.poll(() => hint(page, 'learn')).toContain('Vai executar.');
  await page.keyboard.press('Control+z');
  await page.locator('[data-testid="node-learn"]').getByText('Fixado').waitFor();
  expect(complaints).toEqual([]);
}, 60_000);
