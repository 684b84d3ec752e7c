/** Home before a real server, in a real browser. */
import path from 'node:path';
import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import type { DatasetRecord, PipelineRecord, Suggestion } from '#server/services/types.ts';
import { openServer, type TestServer } from '../../http/support/server.ts';
import { actor } from '../../support/services.ts';
import { closeWithTest, complaintsOf } from './page.ts';

const root = path.resolve(import.meta.dirname, '../../..');

export const penguins = path.join(root, 'nodes/lib/samples/data/penguins.csv');

export interface OpenHome {
  readonly page: Page;
  readonly server: TestServer;
  /** What the browser complained about. */
  readonly complaints: string[];
}

export async function openHome(
  browser: Browser,
  { locale = 'pt-BR', address = '/', dark = false } = {},
): Promise<OpenHome> {
  const server = await openServer({
    dist: path.join(root, 'web/dist'),
    nodesDir: path.join(root, 'nodes'),
    settings: { heapMegabytes: 512, maxUpload: 64 * 1024 ** 2 },
  });
  const context = await browser.newContext({
    locale,
    viewport: { width: 1366, height: 768 },
    colorScheme: dark ? 'dark' : 'light',
    reducedMotion: 'reduce',
  });
  closeWithTest(context);
  const page = await context.newPage();
  const complaints = complaintsOf(page);
  await page.goto(server.url + address);
  await page.locator('main').waitFor();
  return { page, server, complaints };
}

/** A home in which somebody has worked: a file, a pipeline that reads it, and its run. */
export async function lived({ page, server }: OpenHome): Promise<PipelineRecord> {
  const { ask, services } = server;
  const body = readFileSync(penguins);
  const dataset = await ask<DatasetRecord>('POST', '/api/datasets?name=penguins.csv', { body });
  const { name, hash } = dataset.json;
  const wish = { dataset: { dataset: name, hash }, target: 'species' };
  const { json } = await ask<Suggestion>('POST', '/api/suggestions', { json: wish });
  const made = await ask<PipelineRecord>('POST', '/api/pipelines', { json: json.document });
  const run = await services.runs.start(actor, { source: { pipeline: made.json.id } });
  await services.runs.finished(actor, run.id);
  await page.reload();
  return made.json;
}

/** Drops a text file onto a part of the page, as from the desktop. */
export async function dropFile(
  page: Page,
  name: string,
  text: string,
  onto = 'body',
): Promise<void> {
  const file = `new File([${JSON.stringify(text)}], ${JSON.stringify(name)})`;
  await page.evaluate(`{
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(${file});
    const options = { dataTransfer, bubbles: true, cancelable: true };
    const target = document.querySelector(${JSON.stringify(onto)});
    for (const type of ['dragover', 'drop']) target.dispatchEvent(new DragEvent(type, options));
  }`);
}
