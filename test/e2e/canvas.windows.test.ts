/** One pipeline in several windows. */
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import type { PipelineNode } from '#schemas/types.ts';
import type { PipelineSummary } from '#server/services/types.ts';
import { actor } from '../support/services.ts';
import { emptyPipeline, openEditor, savedDocument } from './support/editor.ts';
import { barriersInThemes, sharedBrowser } from './support/page.ts';
import { pipelineOf, run } from './support/panels.ts';

const shared = sharedBrowser();

const nodes = ['sample-data', 'filter-rows', 'sort'].map((type, at): PipelineNode => {
  return { id: 'abc'[at]!, type, version: 1, params: {}, position: { x: at * 264, y: 0 } };
});

const nameOf = (page: Page) => page.getByRole('textbox', { name: 'Name of the pipeline' });
const cardOf = (page: Page, id: string) => page.locator(`.react-flow__node[data-id="${id}"]`);
const noteOf = (page: Page) => page.getByRole('status').getByText('Changed in another window');
const undoOf = (page: Page) => page.getByRole('button', { name: /^Undo/ });
const viewOf = (page: Page) => page.locator('.react-flow__viewport').getAttribute('style');

async function rename(page: Page, name: string): Promise<void> {
  await nameOf(page).fill(name);
  await page.keyboard.press('Enter');
}

test('what one window saves the others show, where they stand, and none undoes it unseen', async () => {
  const editor = await openEditor(shared.browser, { ...emptyPipeline, nodes });
  const { page, context, server, complaints } = editor;
  const other = await context.newPage();
  await other.goto(page.url());
  await cardOf(other, 'b').click();
  await other.locator('.react-flow__node[data-id="b"].selected').waitFor();
  const home = await context.newPage();
  await home.goto(server.url);
  await home.getByRole('link', { name: 'A first try' }).first().waitFor();

  const view = await viewOf(other);
  await rename(page, 'First');
  await noteOf(other).waitFor();
  await expect.poll(() => nameOf(other).inputValue()).toBe('First');
  await expect.poll(() => other.title()).toBe('First · Esteira');
  await other.locator('.react-flow__node[data-id="b"].selected').waitFor();
  await expect.poll(() => viewOf(other)).toBe(view);
  await expect.poll(() => undoOf(other).getAttribute('aria-disabled')).toBe('true');
  expect(await barriersInThemes(other)).toEqual([]);
  await home.getByRole('link', { name: 'First' }).first().waitFor();

  // The first edit made here takes the note away; what it has nothing to do with is still undone there.
  await other.locator('.react-flow__pane').click({ position: { x: 900, y: 60 } });
  await cardOf(other, 'c').click();
  await other.keyboard.press('Delete');
  await noteOf(other).waitFor({ state: 'detached' });
  await cardOf(page, 'c').waitFor({ state: 'detached' });
  await undoOf(page).click();
  await expect.poll(() => nameOf(other).inputValue()).toBe('A first try');
  const { name, nodes: left } = await savedDocument(editor);
  expect([name, left.map(({ id }) => id)]).toEqual(['A first try', ['a', 'b']]);

  // From another machine nothing is heard: it is asked for.
  await server.ask('PATCH', `/api/pipelines/${editor.id}`, {
    json: { name: 'From afar' },
    headers: { 'if-match': '*' },
  });
  await expect.poll(() => nameOf(page).inputValue()).toBe('From afar');
  await expect.poll(() => nameOf(other).inputValue()).toBe('From afar');
  expect(complaints).toEqual([]);
}, 60_000);

test('what is thrown away elsewhere is told, and nothing of it is lost', async () => {
  const { page, server, id } = await openEditor(shared.browser, { ...emptyPipeline, nodes });
  const at = `/api/pipelines/${id}`;
  const comeBack = () => page.evaluate("dispatchEvent(new Event('focus'))");
  await server.ask('POST', `${at}/trash`);
  await comeBack();
  const trashed = page.getByRole('alert').filter({ hasText: 'is in the trash' });
  await trashed.waitFor();
  expect(await barriersInThemes(page)).toEqual([]);
  await page.getByRole('button', { name: 'Take it out of the trash' }).click();
  await trashed.waitFor({ state: 'detached' });
  const { json } = await server.ask<PipelineSummary>('GET', `${at}/summary`);
  expect(json.trashedAt).toBeNull();

  await server.ask('DELETE', at);
  await comeBack();
  await page.getByRole('alert').filter({ hasText: 'was deleted elsewhere' }).waitFor();
  await page.locator('.top-bar-saved[data-status="refused"]').waitFor();
  expect(await barriersInThemes(page)).toEqual([]);
  await rename(page, 'Still here');
  await page.getByRole('button', { name: 'Save as a new pipeline' }).click();
  await page.locator('.top-bar-saved[data-status="saved"]').waitFor();
  await cardOf(page, 'c').waitFor();
  await expect.poll(() => page.getByRole('alert').count()).toBe(0);
  const { json: all } = await server.ask<PipelineSummary[]>('GET', '/api/pipelines');
  expect(all.map(({ name }) => name)).toEqual(['Still here']);
  expect(new URL(page.url()).pathname).toBe(`/pipelines/${all[0]!.id}`);
}, 60_000);

test('Home’s lists are asked for again when somebody comes back to them', async () => {
  const { page, server } = await openEditor(shared.browser);
  await page.goto(server.url);
  await page.getByRole('link', { name: 'A first try' }).first().waitFor();
  await server.ask('POST', '/api/pipelines', {
    json: { ...emptyPipeline, name: 'Made elsewhere' },
  });
  await page.evaluate("dispatchEvent(new Event('focus'))");
  await expect.poll(() => page.getByRole('link', { name: 'Made elsewhere' }).count()).toBe(2);
}, 60_000);

const branches = pipelineOf(
  [
    ['data', 'sample-data', { name: 'penguins' }],
    ['left', 'fill-missing'],
    ['right', 'fill-missing'],
  ],
  ['data.table > left.table', 'data.table > right.table'],
);

const stateOf = (page: Page, node: string) =>
  page.locator(`[data-testid="node-${node}"]`).getAttribute('data-state');
const followed = (page: Page, id: string) =>
  page.waitForRequest((request) => request.url().endsWith(`/api/runs/${id}/events`));

test('a run that is started elsewhere is seen here, and what it left out keeps its result', async () => {
  const { page, context, server, id, complaints } = await openEditor(shared.browser, branches);
  const other = await context.newPage();
  await other.goto(page.url());
  await run(other);
  await page.locator('.run-state[data-status="done"]').waitFor();
  await expect.poll(() => stateOf(page, 'right')).toBe('done');

  // By a command, and only to one node.
  const wish = { source: { pipeline: id }, targets: ['left'], fresh: ['left'], trigger: 'command' };
  const partly = await server.services.runs.start(actor, wish);
  await followed(page, partly.id);
  await server.services.runs.finished(actor, partly.id);
  const states = () => Promise.all(['data', 'left', 'right'].map((node) => stateOf(page, node)));
  await expect.poll(states).toEqual(['cached', 'done', 'done']);
  await page.reload();
  await followed(page, partly.id);
  await expect.poll(states).toEqual(['cached', 'done', 'done']);
  expect(complaints).toEqual([]);
}, 60_000);

test('an older run that was opened is left for a newer one, after a reload too', async () => {
  const { page, server, id } = await openEditor(shared.browser, branches);
  const first = await server.services.runs.start(actor, { source: { pipeline: id } });
  await server.services.runs.finished(actor, first.id);
  const second = await server.services.runs.start(actor, { source: { pipeline: id } });
  await server.services.runs.finished(actor, second.id);
  const opened = followed(page, first.id);
  await page.goto(`${server.url}/pipelines/${id}?run=${first.id}`);
  await opened;
  await page.locator('.run-state[data-status="done"]').waitFor();
  // Nobody is taken away from what they chose to look at by what was there already.
  const asked = (): Promise<unknown> => page.waitForResponse(/api\/runs\?.*limit=1$/);
  await asked();
  await asked();
  expect(new URL(page.url()).search).toBe(`?run=${first.id}`);

  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await expect.poll(() => new URL(page.url()).search).toBe('');
  const [third] = await server.services.runs.list(actor, { pipeline: id, limit: 1 });
  const again = followed(page, third!.id);
  await page.reload();
  await again;
}, 60_000);
