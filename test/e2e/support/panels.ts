/** A pipeline with something to fill in and to look at, and how its parts are found on the page. */
import type { Page } from 'playwright-core';
import type { Pipeline, PipelineNode } from '#schemas/types.ts';
import { emptyPipeline } from './editor.ts';

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
