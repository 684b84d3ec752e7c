/** The built page in a real browser, and what it is asked about. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { setTimeout } from 'node:timers/promises';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, onTestFinished } from 'vitest';
import { buildIfStale } from '../../../web/build.ts';
import { launchBrowser } from '../../support/browser.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** One for all tests of a file; the page is built anew where its sources have changed. */
export function sharedBrowser(): { readonly browser: Browser } {
  const shared = { browser: undefined as unknown as Browser };
  beforeAll(async () => {
    await buildIfStale();
    shared.browser = await launchBrowser();
  }, 120_000);
  afterAll(() => shared.browser?.close());
  return shared;
}

/** Closes the window at the end of the test; what failed says first what was on the page, for it may not fail again. */
export function closeWithTest(context: BrowserContext): void {
  onTestFinished(async ({ task }) => {
    if (task.result?.state === 'fail') {
      for (const page of context.pages()) {
        const unseen = setTimeout(5000, 'The page did not answer.', { ref: false });
        // oxlint-disable-next-line no-console -- it is what the reader of the failure has.
        console.error(await Promise.race([page.evaluate<string>(seen).catch(String), unseen]));
      }
    }
    await context.close();
  });
}

const seen = `(() => {
  const said = [...document.querySelectorAll('[role="dialog"], [role="alert"], [role="status"]')];
  return [
    'At ' + location.pathname + ', ' + document.documentElement.dataset.mantineColorScheme,
    'Focus: ' + document.activeElement?.outerHTML.slice(0, 300),
    ...said.map((each) => each.role + ': ' + each.innerText.slice(0, 300)),
  ].join('\\n');
})()`;

/** Gets everything that the browser complains about from here on. */
export function complaintsOf(page: Page): string[] {
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`${message.text()} ${message.location().url}`);
  });
  return complaints;
}

interface AxeAnswer {
  readonly violations: readonly {
    readonly id: string;
    readonly nodes: readonly { readonly html: string }[];
  }[];
}

/** What keeps somebody from using the page, or a part of it, as it stands, by the rules of WCAG 2.2 AA. */
export async function barriers(page: Page, within = 'html'): Promise<string[]> {
  // The page's policy lets nothing run that is written into it; the debugger is not held by it.
  const session = await page.context().newCDPSession(page);
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
  await session.send('Runtime.evaluate', { expression: axe });
  const { result } = await session.send('Runtime.evaluate', {
    expression: `axe.run(${JSON.stringify(within)}, { runOnly: ${JSON.stringify(tags)} })`,
    awaitPromise: true,
    returnByValue: true,
  });
  await session.detach();
  const { violations } = result.value as AxeAnswer;
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}

/**
 * The same in both themes, for whoever has chosen neither; colours that fade are waited for. The page is left in the
 * other one: a change of all colours is dear.
 */
export async function barriersInThemes(page: Page, within = 'html'): Promise<string[]> {
  const found: string[] = [];
  const root = page.locator('html');
  const isDark = (await root.getAttribute('data-mantine-color-scheme')) === 'dark';
  for (const colorScheme of isDark ? (['dark', 'light'] as const) : (['light', 'dark'] as const)) {
    await page.emulateMedia({ colorScheme });
    await page.locator(`html[data-mantine-color-scheme="${colorScheme}"]`).waitFor();
    await page.evaluate(settled);
    const all = await barriers(page, within);
    found.push(...all.map((each) => `${colorScheme}: ${each}`));
  }
  return found;
}

/** What has just opened fades in some frames later; what turns for ever, as a loader does, is not waited for. */
const settled = `(async () => {
  for (let frame = 0; frame < 2; frame += 1) await new Promise(requestAnimationFrame);
  const fading = document.getAnimations()
    .filter(({ effect }) => effect.getComputedTiming().endTime !== Infinity);
  await Promise.allSettled(fading.map(({ finished }) => finished));
})()`;
