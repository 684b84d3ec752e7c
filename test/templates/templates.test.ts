/** Every template runs to its end on real files, gives what its figures promise, and the same for the same seed. */
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { Json, RunResult } from '#schemas/types.ts';
import { NODES_DIR } from '#server/catalogue/load.ts';
import type { Services } from '#server/services/types.ts';
import { actor, services, temporaryHome } from '../support/services.ts';

const DATA = join(NODES_DIR, 'lib', 'samples', 'data');
const settings = { heapMegabytes: 1024, tableMemory: 1024 ** 3, maxUpload: 64 * 1024 ** 2 };

async function open(): Promise<Services> {
  return services(await temporaryHome(), { nodesDir: NODES_DIR, settings });
}

async function run(
  opened: Services,
  template: string,
  file: string,
  target: string,
  seed = 1,
): Promise<RunResult> {
  const { name, hash } = await opened.datasets.importFile(actor, { path: join(DATA, file) });
  const params = { file: { dataset: name, hash }, target };
  const { id } = await opened.runs.start(actor, { source: { template }, params, seed });
  return opened.runs.finished(actor, id);
}

function metricsOf(result: RunResult): { readonly [name: string]: Json } {
  expect(result.error).toBeUndefined();
  expect(result.status).toBe('done');
  const report = result.nodes['metrics']?.report as { metrics: { [name: string]: Json } };
  return report.metrics;
}

const CLASSIFY = [
  ['penguins.csv', 'species', 0.95],
  ['iris.csv', 'species', 0.85],
  ['credit_data.csv', 'Status', 0.76],
  ['clientes_br.csv', 'Cancelou', 0.7],
] as const;

it('classifies real files as well as they allow', async () => {
  const opened = await open();
  for (const [file, target, least] of CLASSIFY) {
    const metrics = metricsOf(await run(opened, 'classify', file, target));
    expect(metrics['accuracy'], file).toBeGreaterThan(least);
    expect(metrics['accuracy'], file).toBeGreaterThan(metrics['guessAccuracy'] as number);
    const known = 'accuracy balancedAccuracy macroF1 logLoss rocAuc confusion n'.split(' ');
    expect(Object.keys(metrics)).toEqual(expect.arrayContaining(known));
  }
}, 60_000);

it('makes a category of any target', async () => {
  const metrics = metricsOf(await run(await open(), 'classify', 'penguins.csv', 'year'));
  expect(metrics['confusion']).toHaveLength(3);
}, 30_000);

it('estimates numbers better than their mean does', async () => {
  const metrics = metricsOf(
    await run(await open(), 'regress', 'concrete.csv', 'compressive_strength'),
  );
  expect(metrics['rmse']).toBeLessThan((metrics['guessRmse'] as number) * 0.75);
  expect(metrics['r2']).toBeGreaterThan(0.5);
  expect(Object.keys(metrics)).toEqual(expect.arrayContaining(['rmse', 'mae', 'r2', 'n']));
}, 30_000);

it('cross-validates beside a guess', async () => {
  const result = await run(await open(), 'cross-validate', 'iris.csv', 'species');
  const metrics = metricsOf(result);
  expect(metrics['folds']).toBe(5);
  expect(metrics['n']).toBe(150);
  expect(metrics['accuracy']).toBeGreaterThan(0.9);
  const guess = result.nodes['guess']?.report as { metrics: { accuracy: number } };
  expect(guess.metrics.accuracy).toBeLessThan(0.5);
}, 60_000);

it('gives the same report for the same seed from an empty home, and another for another seed', async () => {
  const first = metricsOf(await run(await open(), 'classify', 'credit_data.csv', 'Status', 5));
  const again = metricsOf(await run(await open(), 'classify', 'credit_data.csv', 'Status', 5));
  const other = metricsOf(await run(await open(), 'classify', 'credit_data.csv', 'Status', 6));
  expect(again).toEqual(first);
  expect(other).not.toEqual(first);
}, 60_000);

it('runs again exactly what depends on a changed parameter, and says why', async () => {
  const opened = await open();
  const path = join(DATA, 'penguins.csv');
  const { name, hash } = await opened.datasets.importFile(actor, { path });
  const params = { file: { dataset: name, hash }, target: 'species' };
  const template = await opened.templates.get(actor, 'classify');
  const { id: pipeline } = await opened.pipelines.create(actor, template);
  const start = async (): Promise<RunResult> => {
    const { id } = await opened.runs.start(actor, { source: { pipeline }, params });
    return opened.runs.finished(actor, id);
  };
  const reasons = (result: RunResult) =>
    Object.fromEntries(Object.entries(result.nodes).map(([id, node]) => [id, node.reason.code]));
  expect(new Set(Object.values(reasons(await start())))).toEqual(new Set(['first-run']));
  expect(new Set(Object.values(reasons(await start())))).toEqual(new Set(['unchanged']));

  const saved = await opened.pipelines.get(actor, pipeline);
  const nodes = saved.document.nodes.map((node) =>
    node.id === 'scaled' ? { ...node, params: { method: 'robust' } } : node,
  );
  const document = { ...saved.document, nodes };
  await opened.pipelines.save(actor, pipeline, { document, revision: saved.revision });
  const changed = await start();
  expect(reasons(changed)).toEqual({
    ...Object.fromEntries(template.nodes.map((node) => [node.id, 'unchanged'])),
    scaled: 'params-changed',
    learner: 'input-changed',
    predictions: 'input-changed',
    metrics: 'input-changed',
    baseline: 'input-changed',
    guesses: 'input-changed',
    guess: 'input-changed',
  });
  expect(changed.nodes['scaled']?.reason.params).toMatchObject({ params: ['method'] });
}, 60_000);
