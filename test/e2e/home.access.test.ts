import { expect, test } from 'vitest';
import { lived, openHome, type OpenHome } from './support/home.ts';
import { barriersInThemes, sharedBrowser } from './support/page.ts';

const shared = sharedBrowser();

const sections = ['pipelines', 'datasets', 'models', 'runs', 'trash', 'start'] as const;

async function expectOpen({ page, server, complaints }: OpenHome): Promise<void> {
  for (const section of sections) {
    await page.goto(`${server.url}/${section === 'pipelines' ? '' : section}`);
    await page.locator(`main[data-section="${section}"] :is(h1, h2)`).first().waitFor();
    await page.waitForLoadState('networkidle');
    expect.soft(await barriersInThemes(page), section).toEqual([]);
    // A laptop's page that is enlarged twice is read without scrolling sideways.
    await page.setViewportSize({ width: 683, height: 384 });
    const width = await page.evaluate<number>('document.documentElement.scrollWidth');
    expect.soft(width, `width of ${section}`).toBeLessThanOrEqual(683);
    await page.setViewportSize({ width: 1366, height: 768 });
  }
  expect(complaints).toEqual([]);
}

test('no screen shuts anybody out when nothing is there yet', async () => {
  await expectOpen(await openHome(shared.browser));
}, 60_000);

test('no screen shuts anybody out once somebody has worked here', async () => {
  const home = await openHome(shared.browser);
  await lived(home);
  await expectOpen(home);
}, 60_000);

test('what the Tab key leads to, forth and back, is never under the bar that stays', async () => {
  const { page } = await openHome(shared.browser, { locale: 'en-US', address: '/start' });
  await page.setViewportSize({ width: 683, height: 384 });
  await page.locator('.known-files button').last().waitFor();
  const isCovered = `(() => {
    const item = document.activeElement;
    const { x, y, width, height } = item.getBoundingClientRect();
    if (item === document.body || width * height === 0 || item.closest('header')) return '';
    const top = document.elementFromPoint(x + width / 2, y + 4);
    return item.contains(top) ? '' : item.outerHTML;
  })()`;
  for (const key of [...Array<string>(18).fill('Tab'), ...Array<string>(18).fill('Shift+Tab')]) {
    await page.keyboard.press(key);
    await expect.poll(() => page.evaluate(isCovered)).toBe('');
  }
}, 60_000);

const fading = `document.getAnimations()
  .filter((each) => each instanceof CSSTransition)
  .map(({ transitionProperty, effect }) => transitionProperty + ' of ' + effect.target.outerHTML.slice(0, 80))`;

test('language and theme change at once and are remembered', async () => {
  const { page } = await openHome(shared.browser, { locale: 'en-US' });
  await page.getByRole('heading', { name: 'Start with your own data' }).waitFor();
  await page.getByText('Português').click();
  await page.getByRole('heading', { name: 'Comece com os seus dados' }).waitFor();
  await page.getByRole('button', { name: 'Tema' }).click();
  await page.getByRole('menuitem', { name: 'Escuro' }).click();
  await page.locator('html[data-mantine-color-scheme="dark"]').waitFor();
  // Whoever asked for less motion sees no colour fade: not by the elements' own, nor by what they inherit.
  expect(await page.evaluate(fading)).toEqual([]);
  await page.reload();
  await page.getByRole('heading', { name: 'Comece com os seus dados' }).waitFor();
  await expect
    .poll(() => page.locator('html').getAttribute('data-mantine-color-scheme'))
    .toBe('dark');
}, 60_000);
