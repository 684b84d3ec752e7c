/** A pipeline with something to fill in and to look at, and how its parts are found on the page. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import type { Pipeline, PipelineNode } from '#schemas/types.ts';
import { emptyPipeline } from './editor.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

type Draft = readonly [id: string, type: string, params?: PipelineNode['params']];

/** Nodes in rows of four, so that all of them are in view. */
export function pipelineOf(nodes: readonly Draft[], wires: readonly string[]): Pipeline {
  const end = (text: string) => {
    const [node = '', port = ''] = text.split('.');
    return { node, port };
  };
  return {
    ...emptyPipeline,
    nodes: nodes.map(([id, type, params = {}], at) => ({
      id,
      type,
      version: 1,
      params,
      position: { x: (at % 4) * 250, y: Math.floor(at / 4) * 110 },
    })),
    edges: wires.map((wire) => {
      const [from = '', to = ''] = wire.split(' > ');
      return { from: end(from), to: end(to) };
    }),
  };
}

export async function select(page: Page, node: string): Promise<void> {
  await page.locator(`[data-testid="node-${node}"]`).click({ position: { x: 12, y: 12 } });
  await page.locator('.form').waitFor();
}

export const field = (page: Page, name: string) => page.locator(`[data-path="/${name}"]`);
export const tab = (page: Page, name: string) => page.getByRole('tab', { name }).click();

/** What axe finds within a part of the page, by its rules for WCAG 2.2 AA. */
export async function violations(page: Page, within: string): Promise<string[]> {
  // As a debugger does, past the page's policy.
  const session = await page.context().newCDPSession(page);
  await session.send('Runtime.evaluate', { expression: axe });
  const expression = `axe.run(${JSON.stringify(within)}, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] })
    .then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html.slice(0, 160)).join(' | ')))`;
  const { result } = await session.send('Runtime.evaluate', {
    expression,
    awaitPromise: true,
    returnByValue: true,
  });
  return result.value as string[];
}
