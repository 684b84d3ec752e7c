import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { openHome } from './support/home.ts';
import { barriersInThemes, sharedBrowser } from './support/page.ts';
import { run } from './support/panels.ts';

const shared = sharedBrowser();

const popover = (page: Page) => page.getByRole('dialog');

test('whoever is here for the first time is shown around a pipeline that runs, by keys alone, and only once', async () => {
  const { page, complaints } = await openHome(shared.browser, { locale: 'en-US' });
  await page.getByRole('button', { name: 'See how it works' }).click();
  await page.getByRole('dialog', { name: 'A pipeline is read from left to right' }).waitFor();
  expect(page.url()).not.toContain('tour');
  expect(await barriersInThemes(page)).toEqual([]);
  const titles: (string | null)[] = [];
  for (let step = 1; step <= 6; step += 1) {
    await popover(page).getByText(`${step} of 6`).waitFor();
    titles.push(await page.locator('.driver-popover-title').textContent());
    await page.locator('.driver-popover-next-btn:focus').waitFor();
    await page.keyboard.press(step === 2 ? 'ArrowRight' : 'Enter');
  }
  expect(new Set(titles).size).toBe(6);
  await popover(page).waitFor({ state: 'detached' });
  // Nothing is offered any more, but the menu has it.
  await expect.poll(() => page.getByRole('button', { name: 'Take the tour' }).count()).toBe(0);
  await page.reload();
  await page.locator('.react-flow__node').first().waitFor();
  await expect.poll(() => popover(page).count()).toBe(0);
  await expect.poll(() => page.getByRole('button', { name: 'Take the tour' }).count()).toBe(0);
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Take the tour' }).click();
  await popover(page).getByText('1 of 6').waitFor();
  await page.keyboard.press('Escape');
  await popover(page).waitFor({ state: 'detached' });

  await run(page);
  expect(complaints).toEqual([]);
}, 60_000);

test('on the canvas the tour is offered in a word, in the reader’s language, and can be refused', async () => {
  const { page, server } = await openHome(shared.browser, { dark: true });
  const document = { format: 1, name: 'Vazio', nodes: [], edges: [], definitions: {} };
  const { json } = await server.ask<{ id: string }>('POST', '/api/pipelines', {
    json: { ...document, parameters: [], seed: 1 },
  });
  await page.goto(`${server.url}/pipelines/${json.id}`);
  await page.getByRole('button', { name: 'Faça o tour' }).click();
  await popover(page).getByRole('button', { name: 'Próximo' }).click();
  await popover(page).getByText('2 de 6').waitFor();
  await popover(page).getByRole('button', { name: 'Próximo' }).click();
  // There is no form, as nothing is selected: it is told of all the same.
  await popover(page).getByText('3 de 6').waitFor();
  expect(await barriersInThemes(page)).toEqual([]);
  await popover(page).getByRole('button', { name: 'Pular' }).click();
  await popover(page).waitFor({ state: 'detached' });
  await page.evaluate('localStorage.removeItem("esteira.tour")');
  await page.reload();
  await page.getByRole('button', { name: 'Não oferecer mais o tour' }).click();
  await page.reload();
  await page.locator('.react-flow__pane').waitFor();
  await expect.poll(() => page.getByRole('button', { name: 'Faça o tour' }).count()).toBe(0);
}, 60_000);
