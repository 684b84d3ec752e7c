/** One document, three ways: the command line, HTTP, an empty home. A seed gives one report, another seed another. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { writePipeline } from '#schemas/canonical.ts';
import type { Json, RunResult } from '#schemas/types.ts';
import { NODES_DIR } from '#server/catalogue/load.ts';
import { esteira, fileOf } from '../cli/support/esteira.ts';
import { startProcess } from '../http/support/process.ts';
import { pipeline } from '../support/fakeNodes/pipeline.ts';
import { temporaryHome } from '../support/services.ts';

const penguins = join(NODES_DIR, 'lib', 'samples', 'data', 'penguins.csv');

/** Everything that draws at random: the split, the initial weights, the order of rows, dropout, folds. */
const document = pipeline({
  parameters: [{ name: 'file', type: 'dataset' }],
  nodes: {
    data: ['csv-file', { file: { $param: 'file' } }],
    roles: ['set-roles', { target: 'species', dropWithoutTarget: true }],
    split: ['split-data', { validation: 10 }],
    fill: ['fill-missing'],
    encode: ['encode-categories'],
    scale: ['scale'],
    learner: ['neural-network', { epochs: 4, dropout: 0.2 }],
    predict: ['predict'],
    metrics: ['classification-metrics'],
    folds: ['cross-validate', { folds: 3 }],
  },
  wires: [
    'data.table > roles.table',
    'roles.table > split.table',
    'split.table > fill.table',
    'fill.table > encode.table',
    'encode.table > scale.table',
    'scale.table > learner.table',
    'learner.model > predict.model',
    'scale.table > predict.table',
    'predict.table > metrics.table',
    'learner.model > folds.model',
  ],
});

type Reports = { readonly [step: string]: unknown };

function reportsOf({ status, error, nodes }: RunResult): Reports {
  expect([status, error]).toEqual(['done', undefined]);
  return { metrics: nodes['metrics']!.report, folds: nodes['folds']!.report };
}

async function byCommand(home: string, seed: number): Promise<Reports> {
  const file = await fileOf(document);
  const words = ['run', file, '--set', `file=${penguins}`, '--seed', String(seed), '--json'];
  const ended = await esteira(words, { home });
  expect([ended.code, ended.stderr]).toEqual([0, '']);
  return reportsOf(ended.result());
}

async function byHttp(home: string, seed: number): Promise<Reports> {
  const server = startProcess({ ESTEIRA_HOME: home, PORT: '0' });
  const url = (await server.url).replace(/\/$/, '');
  const send = async (path: string, body: string | Uint8Array<ArrayBuffer>, type: string) => {
    const answer = await fetch(`${url}${path}`, {
      method: 'POST',
      body,
      headers: { 'content-type': type },
    });
    const text = await answer.text();
    expect(answer.ok, text).toBe(true);
    return JSON.parse(text) as { readonly [name: string]: string };
  };
  const bytes = new Uint8Array(await readFile(penguins));
  const upload = await send('/api/datasets?name=penguins.csv', bytes, 'application/octet-stream');
  const params = { file: { dataset: upload['name'], hash: upload['hash'] } };
  const order = JSON.stringify({
    document: JSON.parse(writePipeline(document)) as Json,
    params,
    seed,
  });
  const { id } = await send('/api/runs', order, 'application/json');
  // The stream of events ends with the run.
  await (await fetch(`${url}/api/runs/${id}/events`)).text();
  const result = await fetch(`${url}/api/runs/${id}/result`);
  return reportsOf((await result.json()) as RunResult);
}

test('a seed gives the same report wherever it runs, and another seed another', async () => {
  const home = await temporaryHome();
  const first = await byCommand(home, 7);
  expect(await byHttp(await temporaryHome(), 7)).toEqual(first);
  expect(await byCommand(await temporaryHome(), 7)).toEqual(first);
  const other = await byCommand(home, 8);
  expect(other['metrics']).not.toEqual(first['metrics']);
  expect(other['folds']).not.toEqual(first['folds']);
}, 180_000);
