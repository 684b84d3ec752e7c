import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Pipeline, PipelineNode } from '#schemas/types.ts';
import { buildIfStale } from '../../web/build.ts';
import { launchBrowser } from '../support/browser.ts';
import { emptyPipeline, openEditor } from './support/editor.ts';

let browser: Browser;

beforeAll(async () => {
  await buildIfStale();
  browser = await launchBrowser();
}, 120_000);

afterAll(() => browser?.close());

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
  const { page, complaints } = await openEditor(browser, asking, 'pt-BR');
  const state = (id: string) =>
    page.locator(`[data-testid="node-${id}"]`).getAttribute('data-state');
  await page.getByRole('button', { name: 'Executar' }).click();
  const banner = page.getByRole('region', { name: 'Uma pergunta que espera por você' });
  await banner.waitFor();
  expect(await banner.textContent()).toContain('Podemos publicar?');
  const card = page.getByRole('dialog', { name: 'Uma pergunta que espera por você' });
  await card.getByRole('textbox').fill('Ainda não.');
  expect(await banner.getByRole('textbox').inputValue()).toBe('Ainda não.');
  await card.getByRole('button', { name: 'Recusar' }).click();
  await expect
    .poll(() => page.locator('.run-state').getAttribute('data-status'), { timeout: 20_000 })
    .toBe('done');
  expect(await Promise.all(['gate', 'yes', 'no'].map(state))).toEqual(['done', 'skipped', 'done']);
  expect([await banner.count(), await card.count()]).toEqual([0, 0]);
  expect(complaints).toEqual([]);
}, 60_000);
