/** The built page before a real server, in a real browser, as somebody sees it who works on the canvas. */
import path from 'node:path';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Pipeline } from '#schemas/types.ts';
import type { PipelineRecord } from '#server/services/types.ts';
import { openServer, type TestServer } from '../../http/support/server.ts';
import { closeWithTest, complaintsOf } from './page.ts';

const root = path.resolve(import.meta.dirname, '../../..');

export interface OpenEditor {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly server: TestServer;
  /** Of the pipeline that is open. */
  readonly id: string;
  /** What the browser complained about. */
  readonly complaints: string[];
}

export const emptyPipeline: Pipeline = {
  format: 1,
  name: 'A first try',
  nodes: [],
  edges: [],
  definitions: {},
  parameters: [],
  seed: 1,
};

export async function openEditor(
  browser: Browser,
  document: Pipeline = emptyPipeline,
  locale = 'en-US',
  more: BrowserContextOptions = {},
): Promise<OpenEditor> {
  const server = await openServer({
    dist: path.join(root, 'web/dist'),
    nodesDir: path.join(root, 'nodes'),
  });
  const { json } = await server.ask<PipelineRecord>('POST', '/api/pipelines', { json: document });
  const context = await browser.newContext({
    locale,
    viewport: { width: 1600, height: 900 },
    ...more,
  });
  closeWithTest(context);
  const page = await context.newPage();
  const complaints = complaintsOf(page);
  await page.goto(`${server.url}/pipelines/${json.id}`);
  await page.locator('.react-flow__pane').waitFor();
  return { page, context, server, id: json.id, complaints };
}

/** A point of the canvas, from its upper left corner. */
async function onCanvas(page: Page, x: number, y: number): Promise<{ x: number; y: number }> {
  const box = await page.locator('.canvas').boundingBox();
  return { x: (box?.x ?? 0) + x, y: (box?.y ?? 0) + y };
}

/** Drags a type out of the palette; the card's middle ends at the point. */
export async function dragIn(page: Page, type: string, x: number, y: number): Promise<void> {
  const item = page.locator(`.palette-item[data-type="${type}"]`);
  await item.scrollIntoViewIfNeeded();
  await item.hover();
  const to = await onCanvas(page, x, y);
  await page.mouse.down();
  await page.mouse.move(to.x - 20, to.y, { steps: 4 });
  await page.mouse.move(to.x, to.y);
  await page.mouse.up();
  await page.locator(`.react-flow__node[data-id^="${type}"]`).first().waitFor();
  await page.keyboard.press('Escape');
}

export function port(page: Page, node: string, name: string, side: 'source' | 'target') {
  return page.locator(
    `.react-flow__handle.${side}[data-nodeid="${node}"][data-handleid="${name}"]`,
  );
}

/** Draws a wire from `node.port` to `node.port`. */
export async function drawWire(page: Page, from: string, to: string): Promise<void> {
  const [source = '', out = ''] = from.split('.');
  const [target = '', into = ''] = to.split('.');
  await port(page, source, out, 'source').hover();
  await page.mouse.down();
  const end = await port(page, target, into, 'target').boundingBox();
  if (end === null) throw new Error(`${to} is not on the canvas.`);
  const middle = { x: end.x + end.width / 2, y: end.y + end.height / 2 };
  await page.mouse.move(middle.x - 10, middle.y - 4, { steps: 5 });
  await page.mouse.move(middle.x, middle.y);
  await page.mouse.up();
}

/** Once the server has it. */
export async function savedDocument({ page, server, id }: OpenEditor): Promise<Pipeline> {
  await expect
    .poll(() => page.locator('.top-bar-saved').getAttribute('data-status'), { timeout: 10_000 })
    .toBe('saved');
  const { json } = await server.ask<PipelineRecord>('GET', `/api/pipelines/${id}`);
  return json.document;
}

export const wiresOf = ({ edges }: Pipeline): string[] =>
  edges.map(({ from, to }) => `${from.node}.${from.port} > ${to.node}.${to.port}`);
