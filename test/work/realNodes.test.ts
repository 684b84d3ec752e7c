import { Readable } from 'node:stream';
import { expect, test } from 'vitest';
import { NODES_DIR } from '#server/catalogue/load.ts';
import type { Services } from '#server/services/types.ts';
import { definition, pipeline } from '../support/fakeNodes/pipeline.ts';
import { actor, eventOf, services, sharedServices, temporaryHome } from '../support/services.ts';

const options = { nodesDir: NODES_DIR, settings: { heapMegabytes: 512 } };
const shared = sharedServices(options);

/** A subflow that asks before it hands its table on, and one that is run for each group. */
const careful = pipeline({
  nodes: {
    data: ['sample-data', { name: 'penguins' }],
    gate: ['subflow', { definition: 'gate' }],
    groups: ['for-each', { definition: 'fill', by: 'species' }],
    save: ['save-data', { name: 'penguins' }],
  },
  wires: ['data.table > gate.table', 'gate.table > groups.table', 'groups.table > save.table'],
  definitions: {
    gate: definition({
      inputs: ['table: table > ask.value'],
      outputs: ['table: table < ask.approved'],
      nodes: { ask: ['approval', { message: 'Use these rows?' }] },
    }),
    fill: definition({
      inputs: ['table: table > fill.table'],
      outputs: ['table: table < fill.table'],
      nodes: { fill: ['fill-missing', {}] },
    }),
  },
});

test('an approval inside a subflow waits over a restart; child runs tell of themselves', async () => {
  const home = await temporaryHome();
  const before = await services(home, options);
  const { id } = await before.runs.start(actor, { source: { document: careful } });
  expect((await before.runs.finished(actor, id)).status).toBe('waiting');
  await before.close();

  const after = await services(home, options);
  expect(await after.runs.asks(actor, id)).toMatchObject([
    { step: 'gate/ask', message: 'Use these rows?' },
  ]);
  await after.runs.answer(actor, id, 'gate/ask', { approved: true });
  const result = await after.runs.finished(actor, id);
  expect(result).toMatchObject({ status: 'done', nodes: { 'gate/ask': { status: 'done' } } });
  const groups = Object.keys(result.nodes).filter((step) => step.startsWith('groups/'));
  expect(groups).toHaveLength(3);
  expect(await after.runs.saved(actor, id)).toMatchObject([{ step: 'save', name: 'penguins.csv' }]);
});

test('a refusal takes the other way', async () => {
  const { runs } = shared.esteira;
  const { id } = await runs.start(actor, { source: { document: careful } });
  await runs.finished(actor, id);
  await runs.answer(actor, id, 'gate/ask', { approved: false });
  expect(await runs.finished(actor, id)).toMatchObject({
    status: 'done',
    nodes: {
      groups: { status: 'skipped', reason: { code: 'branch-not-taken' } },
      save: { status: 'skipped' },
    },
  });
  expect(await runs.saved(actor, id)).toEqual([]);
});

const learn = (seed: number, params: Record<string, number>) =>
  pipeline({
    seed,
    nodes: {
      data: ['sample-data', { name: 'penguins' }],
      split: ['split-data', {}],
      fill: ['fill-missing', {}],
      encode: ['encode-categories', {}],
      scale: ['scale', {}],
      learn: ['neural-network', params],
      predict: ['predict', {}],
      metrics: ['classification-metrics', {}],
    },
    wires: [
      'data.table > split.table',
      'split.table > fill.table',
      'fill.table > encode.table',
      'encode.table > scale.table',
      'scale.table > learn.table',
      'learn.model > predict.model',
      'scale.table > predict.table',
      'predict.table > metrics.table',
    ],
  });

async function nodesOf({ runs }: Services, document: ReturnType<typeof pipeline>) {
  const { id } = await runs.start(actor, { source: { document } });
  const { error, nodes } = await runs.finished(actor, id);
  expect(error).toBeUndefined();
  return nodes;
}

test('a seed gives the same report in any home, and another seed another; steps say why they ran', async () => {
  const elsewhere = await services(await temporaryHome(), { ...options, command: true });
  const first = await nodesOf(shared.esteira, learn(5, { epochs: 3 }));
  const second = await nodesOf(elsewhere, learn(5, { epochs: 3 }));
  expect(second['metrics']!.report).toEqual(first['metrics']!.report);
  const longer = await nodesOf(shared.esteira, learn(5, { epochs: 4 }));
  const reasons = Object.entries(longer).map(([step, { reason }]) => [step, reason.code]);
  expect(Object.fromEntries(reasons)).toMatchObject({
    data: 'unchanged',
    scale: 'unchanged',
    learn: 'params-changed',
    predict: 'input-changed',
    metrics: 'input-changed',
  });
  const other = await nodesOf(shared.esteira, learn(6, { epochs: 3 }));
  expect(other['split']!.reason.code).toBe('seed-changed');
  expect(other['metrics']!.report).not.toEqual(first['metrics']!.report);
});

test('a training is cancelled between its epochs', async () => {
  const { runs } = shared.esteira;
  const document = learn(1, { epochs: 1000, patience: 0 });
  const { id } = await runs.start(actor, { source: { document } });
  await eventOf(shared.esteira, id, (event) => event.type === 'node-progress');
  await runs.cancel(actor, id);
  expect(await runs.finished(actor, id)).toMatchObject({
    status: 'cancelled',
    nodes: { learn: { status: 'cancelled' }, predict: { status: 'skipped' } },
  });
});

test('a query is cancelled in its midst', async () => {
  const line = 'abcdefgh,1.25,2024-01-31,12345\n'.repeat(10_000);
  const stream = Readable.from([
    Buffer.from('a,b,c,d\n'),
    ...Array.from({ length: 60 }, () => Buffer.from(line)),
  ]);
  const esteira = await services(await temporaryHome(), {
    ...options,
    settings: { maxUpload: 1e9 },
  });
  const { name, hash } = await esteira.datasets.import(actor, { name: 'large.csv', stream });
  const document = pipeline({
    nodes: { read: ['csv-file', { file: { dataset: name, hash } }], after: ['fill-missing', {}] },
    wires: ['read.table > after.table'],
  });
  const { id } = await esteira.runs.start(actor, { source: { document } });
  await eventOf(esteira, id, (event) => event.type === 'node-started');
  await esteira.runs.cancel(actor, id);
  const result = await esteira.runs.finished(actor, id);
  expect(result).toMatchObject({ status: 'cancelled', nodes: { read: { status: 'cancelled' } } });
});
