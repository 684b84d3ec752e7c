import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import type { Pipeline, PipelineNode } from '#schemas/types.ts';
import { emptyPipeline, openEditor, port, savedDocument, wiresOf } from './support/editor.ts';
import { fingers, middleOf, type Spot } from './support/touch.ts';
import { sharedBrowser } from './support/page.ts';

const shared = sharedBrowser();

const node = (id: string, type: string, x: number, y: number): PipelineNode => {
  return { id, type, version: 1, params: {}, position: { x, y } };
};

const small: Pipeline = {
  ...emptyPipeline,
  nodes: [node('data', 'sample-data', 0, 0), node('split', 'split-data', 320, 0)],
};

const slow = { timeout: 10_000 };

interface View {
  readonly x: number;
  readonly y: number;
  readonly zoom: number;
}

async function viewOf(page: Page): Promise<View> {
  const text = await page.locator('.react-flow__viewport').getAttribute('style');
  const [x = 0, y = 0, zoom = 0] = (text ?? '').match(/-?[\d.]+/g)?.map(Number) ?? [];
  return { x, y, zoom };
}

const beside = ([x, y]: Spot, dx: number, dy: number): Spot => [x + dx, y + dy];

test('fingers pan, pinch, move a node, bring one in, wire it and ask for the menu', async () => {
  const editor = await openEditor(shared.browser, small, 'en-US', { hasTouch: true });
  const { page } = editor;
  const { drag, rest } = await fingers(page);
  const card = (id: string) => page.locator(`[data-testid="node-${id}"]`);
  await card('split').waitFor();
  const data = await middleOf(card('data'));
  const free = beside(data, 60, 200);

  const first = await viewOf(page);
  await drag([free, beside(free, 40, -24)]);
  await expect.poll(async () => (await viewOf(page)).x, slow).toBeCloseTo(first.x + 40, 0);
  const { zoom } = await viewOf(page);
  await drag([free, beside(free, -60, 0)], [beside(free, 80, 0), beside(free, 20, 0)]);
  expect((await viewOf(page)).zoom).toBe(zoom);
  await drag([free, beside(free, 20, 0)], [beside(free, 120, 0), beside(free, 60, 0)]);
  await expect.poll(async () => (await viewOf(page)).zoom, slow).toBeLessThan(zoom);

  const split = await middleOf(card('split'));
  await drag([split, beside(split, 0, 60)]);
  const moved = (await savedDocument(editor)).nodes[1]!.position;
  expect(moved.x).toBe(320);
  expect(moved.y).toBeGreaterThan(40);

  const item = await middleOf(page.locator('.palette-item[data-type="formula"]'));
  await drag([item, beside(await middleOf(card('data')), 0, -130)]);
  expect((await savedDocument(editor)).nodes.map(({ type }) => type)).toContain('formula');

  const from = await middleOf(port(page, 'data', 'table', 'source'));
  await drag([from, await middleOf(port(page, 'split', 'table', 'target'))]);
  expect(wiresOf(await savedDocument(editor))).toEqual(['data.table > split.table']);

  await port(page, 'split', 'table', 'source').tap();
  const into = port(page, 'formula', 'table', 'target');
  expect(await into.getAttribute('data-fit')).toBe('yes');
  await page.touchscreen.tap(...free);
  expect(await into.getAttribute('data-fit')).toBe('none');
  await port(page, 'split', 'table', 'source').tap();
  await into.tap();
  await expect.poll(() => into.getAttribute('data-fit')).toBe('none');
  expect(wiresOf(await savedDocument(editor))).toContain('split.table > formula.table');

  const wired = await middleOf(port(page, 'split', 'table', 'source'));
  const held = await middleOf(card('data'));
  await drag([wired, beside(wired, 40, 60)], [held, beside(held, -20, 0)]);
  await expect.poll(() => page.locator('.react-flow__connection').count()).toBe(0);

  const menu = page.getByRole('menuitem', { name: 'Duplicate' });
  await rest(await middleOf(card('data')), () => menu.waitFor());
  await menu.tap();
  expect((await savedDocument(editor)).nodes).toHaveLength(4);
}, 60_000);
