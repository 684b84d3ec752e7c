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

interface Learning {
  readonly data: string;
  readonly learner: string;
  readonly params?: PipelineNode['params'];
  readonly metrics: string;
}

/** From a sample to the figures of what was learned from it. */
export const learning = ({ data, learner, params = {}, metrics }: Learning): Pipeline =>
  pipelineOf(
    [
      ['data', 'sample-data', { name: data }],
      ['split', 'split-data'],
      ['filled', 'fill-missing'],
      ['coded', 'encode-categories'],
      ['scaled', 'scale'],
      ['learner', learner, params],
      ['predicted', 'predict'],
      ['metrics', metrics],
    ],
    [
      'data.table > split.table',
      'split.table > filled.table',
      'filled.table > coded.table',
      'coded.table > scaled.table',
      'scaled.table > learner.table',
      'learner.model > predicted.model',
      'scaled.table > predicted.table',
      'predicted.table > metrics.table',
    ],
  );

/** All of it, to its end. */
export async function run(page: Page): Promise<void> {
  const button = page.locator('.top-bar').getByRole('button', { name: /^(Run|Executar)$/ });
  await button.click();
  await page.locator('.run-state[data-status="done"]').waitFor({ timeout: 40_000 });
}

export async function select(page: Page, node: string): Promise<void> {
  await page.locator(`[data-testid="node-${node}"]`).click({ position: { x: 12, y: 12 } });
  await page.locator('.form').waitFor();
}

export const field = (page: Page, name: string) => page.locator(`[data-path="/${name}"]`);
export const tab = (page: Page, name: string) => page.getByRole('tab', { name }).click();
