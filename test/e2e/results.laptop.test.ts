/** Results on a laptop's screen: what is asked for is seen without scrolling, in the panel as it opens. */
import { expect, test } from 'vitest';
import { openEditor } from './support/editor.ts';
import { learning, run, select, tab } from './support/panels.ts';
import { barriersInThemes, sharedBrowser } from './support/page.ts';

const shared = sharedBrowser();

/** Whether all of it lies within the panel. */
const isWhole = (selector: string) => `(() => {
  const panel = document.querySelector('.inspector-body').getBoundingClientRect();
  const box = document.querySelector(${JSON.stringify(selector)}).getBoundingClientRect();
  const isWithin = box.top >= panel.top - 1 && box.bottom <= panel.bottom + 1;
  return isWithin && box.height > 80;
})()`;

test('a model’s answer follows what is typed, with its probabilities in view; so does a whole picture', async () => {
  const pipeline = learning({
    data: 'penguins',
    learner: 'logistic-regression',
    metrics: 'classification-metrics',
  });
  const { page, complaints } = await openEditor(shared.browser, pipeline, 'pt-BR', {
    viewport: { width: 1366, height: 768 },
    reducedMotion: 'reduce',
  });
  await run(page);
  await select(page, 'learner');
  await page.locator('.chart-canvas canvas').waitFor();
  await expect.poll(() => page.evaluate<boolean>(isWhole('.chart-canvas'))).toBe(true);

  await tab(page, 'Usar o modelo');
  await page.getByRole('button', { name: 'Ver a resposta' }).click();
  await page.locator('.answer').waitFor();
  await expect.poll(() => page.evaluate<boolean>(isWhole('.answer'))).toBe(true);
  const answer = page.locator('.answer-value');
  await expect.poll(() => answer.textContent()).toBe('Adelie');
  // Gentoos are heavy, with long and flat bills; nothing but typing asks again.
  await page.getByRole('textbox', { name: 'bill_length_mm' }).fill('50');
  await page.getByRole('textbox', { name: 'bill_depth_mm' }).fill('14');
  await page.getByRole('textbox', { name: 'flipper_length_mm' }).fill('225');
  await page.getByRole('textbox', { name: 'body_mass_g' }).fill('5700');
  await expect.poll(() => answer.textContent()).toBe('Gentoo');
  await expect.poll(() => page.evaluate<boolean>(isWhole('.answer'))).toBe(true);
  expect(await barriersInThemes(page, '.editor-inspector')).toEqual([]);

  await tab(page, 'Resultado');
  await select(page, 'metrics');
  await page.locator('.confusion').waitFor();
  await expect.poll(() => page.evaluate<boolean>(isWhole('.confusion'))).toBe(true);
  await expect.poll(() => page.evaluate<boolean>(isWhole('.figures'))).toBe(true);
  const curve = page.locator('.chart').filter({ hasText: 'Curva ROC' });
  await curve.locator('canvas').waitFor();
  await curve.scrollIntoViewIfNeeded();
  await expect
    .poll(() => page.evaluate<boolean>(isWhole('.chart:has(canvas) .chart-canvas')))
    .toBe(true);
  expect(await barriersInThemes(page, '.editor-inspector')).toEqual([]);
  expect(complaints).toEqual([]);
}, 60_000);
