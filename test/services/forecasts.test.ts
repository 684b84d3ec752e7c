import { expect, test } from 'vitest';
import type { Json, Pipeline, RunResult } from '#schemas/types.ts';
import { NODES_DIR } from '#server/catalogue/load.ts';
import type { Services } from '#server/services/types.ts';
import { definition, pipeline } from '../support/fakeNodes/pipeline.ts';
import { actor, eventsOf, services, sharedServices, temporaryHome } from '../support/services.ts';

const options = { nodesDir: NODES_DIR, settings: { heapMegabytes: 512 } };
const shared = sharedServices(options);

interface Settings {
  readonly sample?: string;
  readonly strategy?: string;
  readonly more?: Record<string, readonly [string, Record<string, Json>?]>;
}

const learning = ({ sample = 'penguins', strategy = 'mean', more = {} }: Settings = {}): Pipeline =>
  pipeline({
    nodes: {
      data: ['sample-data', { name: sample }],
      split: ['split-data', {}],
      fill: ['fill-missing', { numbers: strategy }],
      encode: ['encode-categories', {}],
      learn: ['baseline', {}],
      predict: ['predict', {}],
      ...more,
    },
    wires: [
      'data.table > split.table',
      'split.table > fill.table',
      'fill.table > encode.table',
      'encode.table > learn.table',
      'learn.model > predict.model',
      'encode.table > predict.table',
    ],
  });

async function resultOf(
  { runs }: Services,
  document: Pipeline,
  more: { fresh?: string[]; targets?: string[] } = {},
): Promise<RunResult> {
  const { id } = await runs.start(actor, { source: { document }, ...more });
  const result = await runs.finished(actor, id);
  expect(result.error).toBeUndefined();
  return result;
}

const ends = ({ nodes }: RunResult) =>
  Object.fromEntries(Object.entries(nodes).map(([step, { status }]) => [step, status]));

test('a forecast says what a run would do before it does it', async () => {
  const { esteira } = shared;
  const { forecasts } = esteira;
  const first = await forecasts.forecast(actor, { document: learning() });
  expect(Object.values(first.steps).map(({ cached }) => cached)).toEqual(Array(6).fill(false));
  await resultOf(esteira, learning());
  const again = await forecasts.forecast(actor, { document: learning() });
  expect(Object.values(again.steps).every(({ cached }) => cached)).toBe(true);

  const edited = learning({ strategy: 'median' });
  const { steps } = await forecasts.forecast(actor, { document: edited });
  const toRun = Object.keys(steps).filter((step) => !steps[step]!.cached);
  expect(toRun).toEqual(['fill', 'encode', 'learn', 'predict']);
  expect(steps['fill']!.reason).toEqual({
    code: 'params-changed',
    params: { params: ['numbers'], from: 'mean', to: 'median' },
  });
  const ran = await resultOf(esteira, edited);
  for (const [step, { cached, reason }] of Object.entries(steps)) {
    expect(ran.nodes[step]).toMatchObject({ status: cached ? 'cached' : 'done', reason });
  }
});

test('what cannot run yet is left out, and what it does not hold up is told', async () => {
  const { forecasts } = shared.esteira;
  const document = learning({ more: { loose: ['scale', {}], wrong: ['nothing-like-it', {}] } });
  const { steps } = await forecasts.forecast(actor, { document });
  expect(Object.keys(steps).sort()).toEqual([
    'data',
    'encode',
    'fill',
    'learn',
    'predict',
    'split',
  ]);
  const some = await forecasts.forecast(actor, { document, targets: ['split'] });
  expect(Object.keys(some.steps)).toEqual(['data', 'split']);
});

test('a saved pipeline is told of with its own history', async () => {
  const { forecasts, pipelines, runs } = shared.esteira;
  const { id: saved } = await pipelines.create(actor, learning({ sample: 'iris' }));
  const { id } = await runs.start(actor, { source: { pipeline: saved } });
  await runs.finished(actor, id);
  const told = await forecasts.forecast(actor, { pipeline: saved, fresh: ['learn'] });
  expect(told.steps['learn']).toEqual({ cached: false, reason: { code: 'asked-for' } });
  expect(told.steps['fill']!.cached).toBe(true);
  const document = learning({ sample: 'iris', strategy: 'constant' });
  const changed = await forecasts.forecast(actor, { pipeline: saved, document });
  expect(changed.steps['fill']!.reason.params).toMatchObject({ from: 'mean', to: 'constant' });
  await expect(forecasts.forecast(actor, {})).rejects.toMatchObject({ code: 'value-fits-none' });
});

const withPin = (document: Pipeline, id: string, pinned: string): Pipeline => ({
  ...document,
  nodes: document.nodes.map((node) => (node.id === id ? { ...node, pinned } : node)),
});

test.each(['split', 'fill', 'learn'])(
  'the result of %s, pinned, stays whatever changes before it',
  async (node) => {
    const { esteira } = shared;
    const { forecasts, previews } = esteira;
    await resultOf(esteira, learning());
    const { key } = await forecasts.pin(actor, { document: learning(), node });
    const port = node === 'learn' ? 'model' : 'table';
    const seen = await previews.rows(actor, { document: learning(), node, port });

    // A model can only predict rows that have its columns.
    const sample = node === 'learn' ? 'penguins' : 'credit_data';
    const document = withPin(learning({ sample, strategy: 'constant' }), node, key);
    expect(await previews.rows(actor, { document, node, port })).toEqual(seen);
    const { outputs } = await previews.schemas(actor, { document });
    if (seen.kind === 'table') expect(outputs[node]![port]).toEqual(seen.schema);
    const told = await forecasts.forecast(actor, { document });
    expect(told.lostPins).toEqual([]);
    expect(told.steps[node]).toEqual({ cached: true, reason: { code: 'pinned' } });
    const ran = await resultOf(esteira, document);
    expect(ran.nodes[node]).toMatchObject({ status: 'cached', reason: { code: 'pinned' } });
    if (node === 'split') expect(ends(ran)).toMatchObject({ data: 'skipped', fill: 'done' });
    if (node === 'fill') expect(ends(ran)).toMatchObject({ split: 'skipped', learn: 'cached' });
    const unpinned = await forecasts.forecast(actor, { document: learning() });
    expect(unpinned.steps[node]!.cached).toBe(true);
  },
);

test('a node without a result, and one whose result hangs on an effect, cannot be pinned', async () => {
  const { esteira } = shared;
  const document = learning({ strategy: 'mode', more: { save: ['save-data', {}] } });
  const wired = {
    ...document,
    edges: [
      ...document.edges,
      { from: { node: 'fill', port: 'table' }, to: { node: 'save', port: 'table' } },
    ],
  };
  const pin = (node: string) => esteira.forecasts.pin(actor, { document: wired, node });
  await expect(pin('fill')).rejects.toMatchObject({ code: 'pin-without-result', node: 'fill' });
  await expect(pin('save')).rejects.toMatchObject({ code: 'pin-of-effect' });
  await expect(pin('nobody')).rejects.toMatchObject({ code: 'node-unknown' });
});

test('in another home a pin is lost: the node runs, and says so', async () => {
  const elsewhere = await services(await temporaryHome(), { ...options, command: true });
  const document = withPin(learning(), 'fill', 'a'.repeat(64));
  const { lostPins } = await elsewhere.forecasts.forecast(actor, { document });
  expect(lostPins).toEqual(['fill']);
  const { id } = await elsewhere.runs.start(actor, { source: { document } });
  expect(ends(await elsewhere.runs.finished(actor, id))['fill']).toBe('done');
  const logs = (await eventsOf(elsewhere, id)).filter(({ type }) => type === 'node-log');
  expect(logs).toMatchObject([{ step: 'fill', code: 'pin-lost', level: 'warning' }]);
});

test('what is computed again takes the place of what was kept', async () => {
  const { esteira } = shared;
  await resultOf(esteira, learning());
  const again = await resultOf(esteira, learning(), { fresh: ['fill'] });
  expect(ends(again)).toEqual({
    data: 'cached',
    split: 'cached',
    fill: 'done',
    encode: 'done',
    learn: 'done',
    predict: 'done',
  });
  expect(again.nodes['fill']!.reason.code).toBe('asked-for');
});

/** Asks before it learns, and tells how well it learned after it has saved. */
const asking = (strategy = 'mean'): Pipeline => {
  const { nodes, edges, ...rest } = learning({
    sample: 'iris',
    strategy,
    more: {
      ask: ['approval', {}],
      save: ['save-data', {}],
      gate: ['subflow', { definition: 'd' }],
    },
  });
  const wire = (from: string, to: string): Pipeline['edges'][number] => {
    const [[a, port], [b, name]] = [from, to].map((end) => end.split('.')) as [string[], string[]];
    return { from: { node: a!, port: port! }, to: { node: b!, port: name! } };
  };
  const kept = edges.filter(({ to }) => to.node !== 'learn');
  const inner = definition({
    nodes: { scale: ['scale', {}], fill: ['fill-missing', {}] },
    wires: ['scale.table > fill.table'],
    inputs: ['table: table > scale.table'],
    outputs: ['table: table < fill.table'],
  });
  const added = [
    wire('encode.table', 'ask.value'),
    wire('ask.approved', 'learn.table'),
    wire('fill.table', 'gate.table'),
    wire('gate.table', 'save.table'),
  ];
  return { ...rest, nodes, edges: [...kept, ...added], definitions: { d: inner } };
};

test('what comes after an approval, or in a subflow, is foretold, pinned and found again', async () => {
  const { forecasts, previews, runs } = shared.esteira;
  const document = asking();
  const { id: run } = await runs.start(actor, { source: { document } });
  await runs.finished(actor, run);
  await runs.answer(actor, run, 'ask', { approved: true });
  const ran = await runs.finished(actor, run);
  expect(ran).toMatchObject({ status: 'done', nodes: { 'gate/scale': { status: 'done' } } });

  const { steps } = await forecasts.forecast(actor, { document, run });
  const after = [{ step: 'ask', answer: 'approved' }];
  expect(steps['learn']).toEqual({ cached: true, reason: { code: 'unchanged' }, after });
  expect(steps['predict']).toMatchObject({ cached: true, after });
  const edited = await forecasts.forecast(actor, { document: asking('median'), run });
  expect(edited.steps['learn']).toMatchObject({ cached: false, open: true, after });
  expect(edited.steps['gate/scale']).toMatchObject({ cached: false, open: true });

  await expect(forecasts.pin(actor, { document, node: 'ask', run })).rejects.toMatchObject({
    code: 'pin-of-effect',
  });
  const { key } = await forecasts.pin(actor, { document, node: 'learn', run });
  const pinned = withPin(asking('median'), 'learn', key);
  const told = await forecasts.forecast(actor, { document: pinned, run });
  expect(told.steps['learn']).toEqual({ cached: true, reason: { code: 'pinned' } });
  expect(told.steps['ask']).toMatchObject({ skipped: true, reason: { code: 'not-selected' } });
  const { id: again } = await runs.start(actor, { source: { document: pinned } });
  const result = await runs.finished(actor, again);
  expect(result).toMatchObject({ status: 'done', nodes: { learn: { status: 'cached' } } });
  expect(result.nodes['ask']).toMatchObject({ status: 'skipped' });
  // The page looks at what comes after an answer as well.
  const seen = await previews.rows(actor, { document, node: 'learn', port: 'model', run });
  expect(seen.kind).toBe('model');

  const inside = await forecasts.pin(actor, { document, node: 'gate/scale', run });
  const d = withPin(asking('median').definitions['d'] as never, 'scale', inside.key);
  const held = { ...asking('median'), definitions: { d: d as never } };
  const { outputs } = await previews.schemas(actor, { document: held });
  expect(outputs['gate/scale']!['table']!.columns.length).toBeGreaterThan(0);
  const { id: third } = await runs.start(actor, { source: { document: held }, targets: ['save'] });
  expect((await runs.finished(actor, third)).nodes).toMatchObject({
    'gate/scale': { status: 'cached', reason: { code: 'pinned' } },
    gate: { status: 'done' },
  });
});
