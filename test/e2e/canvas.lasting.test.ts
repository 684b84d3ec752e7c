import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import type { Pipeline, PipelineNode } from '#schemas/types.ts';
import { emptyPipeline, openEditor, savedDocument } from './support/editor.ts';
import { barriersInThemes, sharedBrowser } from './support/page.ts';

const shared = sharedBrowser();

const node = (id: string, type: string, params: PipelineNode['params'] = {}): PipelineNode => {
  return { id, type, version: 1, params, position: { x: 0, y: 0 } };
};

const nameOf = (page: Page) => page.getByRole('textbox', { name: 'Name of the pipeline' });

async function rename(page: Page, name: string): Promise<void> {
  await nameOf(page).fill(name);
  await page.keyboard.press('Enter');
}

test('while the server is gone the work stays here, and is saved when it is back', async () => {
  const editor = await openEditor(shared.browser, {
    ...emptyPipeline,
    nodes: [node('a', 'sample-data')],
  });
  const { page, context } = editor;
  await context.setOffline(true);
  await rename(page, 'Made without a server');
  await page.getByRole('alert').filter({ hasText: 'The server does not answer' }).waitFor();
  expect(await barriersInThemes(page)).toEqual([]);
  // What draws Markdown, and the form, have not come yet.
  await page.keyboard.press('n');
  await page.keyboard.type('A **new** note');
  await page.keyboard.press('Escape');
  await page.getByText('A **new** note').waitFor();
  await page.locator('[data-testid="node-a"]').click();
  for (const panel of ['Settings of the selected node', 'Results of what is selected']) {
    const coming = page
      .getByLabel(panel, { exact: true })
      .getByText('What belongs here comes once it is back.');
    await coming.waitFor();
  }
  await context.setOffline(false);
  await page.locator('.note-words strong').getByText('new').waitFor();
  await page.locator('.form-fields').waitFor();
  const saved = await savedDocument(editor);
  expect(saved.name).toBe('Made without a server');
  expect(saved.notes?.map(({ text }) => text)).toEqual(['A **new** note']);
  await expect.poll(() => page.getByRole('alert').count()).toBe(0);
}, 60_000);

test('what was not saved when the page went is there when it comes back', async () => {
  const editor = await openEditor(shared.browser, {
    ...emptyPipeline,
    nodes: [node('a', 'sample-data')],
  });
  const { page, context } = editor;
  const lost = `**/api/pipelines/${editor.id}`;
  await context.route(lost, (route) =>
    route.request().method() === 'PUT' ? route.abort() : route.continue(),
  );
  await rename(page, 'Kept in the browser');
  await page.getByRole('alert').filter({ hasText: 'The server does not answer' }).waitFor();
  // The browser keeps it a moment after the edit.
  await expect.poll(() => page.locator('.top-bar-saved').textContent()).toContain('browser');
  await page.waitForTimeout(600);
  await context.unroute(lost);
  await page.reload();
  await expect.poll(() => nameOf(page).inputValue()).toBe('Kept in the browser');
  expect((await savedDocument(editor)).name).toBe('Kept in the browser');
}, 60_000);

/** What asks, and what shows, belongs to the browser and has no window here; the page is out of sight when told so. */
const watched = `(() => {
  const seen = { asked: 0, shown: [], answer: 'denied', permission: 'default', hidden: false };
  globalThis.seen = seen;
  globalThis.Notification = class extends EventTarget {
    static get permission() { return seen.permission; }
    static async requestPermission() {
      seen.asked += 1;
      seen.permission = seen.answer;
      return seen.permission;
    }
    constructor(title, { body }) {
      super();
      seen.shown.push(title + ': ' + body);
      seen.last = this;
    }
    close() {}
  };
  globalThis.focus = () => { seen.hidden = false; };
  Object.defineProperty(document, 'hidden', { get: () => seen.hidden });
  Object.defineProperty(document, 'visibilityState', {
    get: () => (seen.hidden ? 'hidden' : 'visible'),
  });
})()`;

const asking: Pipeline = {
  ...emptyPipeline,
  nodes: [node('data', 'sample-data'), node('gate', 'approval', { message: 'Shall it go on?' })],
  edges: [{ from: { node: 'data', port: 'table' }, to: { node: 'gate', port: 'value' } }],
};

test('whoever asks for it is told at the end of a long run, and nobody is asked before', async () => {
  const { page, context, complaints } = await openEditor(shared.browser, asking);
  await context.addInitScript(watched);
  // What the run does comes in only when it is to end; by the page's clock it takes a while until then.
  const held = Promise.withResolvers<void>();
  await page.route('**/api/runs/*/events', async (route) => {
    await held.promise;
    await route.continue();
  });
  await page.reload();
  await page.clock.setFixedTime(Date.now() + 30_000);
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  const offer = page.getByRole('button', { name: 'Notify me when it ends' });
  await offer.waitFor();
  const asked = () => page.evaluate<number>('seen.asked');
  expect(await asked()).toBe(0);

  await offer.click();
  await page.getByRole('alert').filter({ hasText: 'Your browser blocks' }).waitFor();
  expect(await barriersInThemes(page)).toEqual([]);
  // Refused once, the browser is not asked again; allowed in its settings, one more click is enough.
  await offer.click();
  expect(await asked()).toBe(1);
  await page.evaluate("seen.permission = 'granted'");
  await offer.press('Enter');
  await expect.poll(() => offer.getAttribute('aria-pressed')).toBe('true');
  expect(await page.getByRole('alert').count()).toBe(0);
  expect(await barriersInThemes(page, '.top-bar')).toEqual([]);

  await page.evaluate('seen.hidden = true');
  held.resolve();
  await expect
    .poll(() => page.evaluate<string[]>('seen.shown'))
    .toEqual([expect.stringMatching(/^A first try: Waiting for an answer after \d+ sec$/)]);
  expect(await page.title()).toBe('Waiting for an answer: A first try · Esteira');
  await page.getByRole('link', { name: 'To the home screen' }).click();
  await page.evaluate("seen.last.dispatchEvent(new Event('click'))");
  await page.getByRole('region', { name: 'A question that waits for you' }).waitFor();
  expect(await page.evaluate('seen.hidden')).toBe(false);
  expect(await asked()).toBe(1);
  // A run that was at rest before is none that has just ended.
  expect(await page.evaluate<string[]>('seen.shown')).toHaveLength(1);
  expect(complaints).toEqual([]);
}, 60_000);

const long: Pipeline = {
  ...emptyPipeline,
  nodes: [
    node('data', 'sample-data'),
    node('split', 'split-data', { train: 60, validation: 20 }),
    node('fill', 'fill-missing'),
    node('codes', 'encode-categories'),
    node('net', 'neural-network', { epochs: 10_000, patience: 0 }),
  ].map((each, at) => ({ ...each, position: { x: at * 264, y: 0 } })),
  edges: [
    ['data', 'split'],
    ['split', 'fill'],
    ['fill', 'codes'],
    ['codes', 'net'],
  ].map(([from = '', to = '']) => ({
    from: { node: from, port: 'table' },
    to: { node: to, port: 'table' },
  })),
};

test('a reload in the middle of a run finds it going on; it can be cancelled', async () => {
  const { page } = await openEditor(shared.browser, long);
  const net = page.locator('[data-testid="node-net"]');
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await page.locator('[data-testid="node-net"][data-state="running"]').waitFor();
  await page.locator('[data-testid="node-net"] .sparkline').waitFor();
  await page.reload();
  await page.locator('[data-testid="node-net"][data-state="running"]').waitFor();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await page.locator('.run-state[data-status="cancelled"]').waitFor();
  await expect.poll(() => net.getAttribute('data-state')).toBe('cancelled');
}, 60_000);
