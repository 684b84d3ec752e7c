import { expect, test } from 'vitest';
import type { NodeType, Pipeline, RunResult } from '#schemas/types.ts';
import { NODES_DIR } from '#server/catalogue/load.ts';
import type {
  DatasetInspection,
  DatasetRecord,
  Forecast,
  GraphSchemas,
  ModelDetail,
  ModelSummary,
  Prediction,
  Preview,
  Profile,
  RunSummary,
  SampleSummary,
  SavedTable,
  Suggestion,
  TemplateSummary,
} from '#server/services/types.ts';
import { tidyCsv } from '../cli/support/esteira.ts';
import { pipeline } from '../support/fakeNodes/pipeline.ts';
import { description, succeeded } from './support/client.ts';
import { openEvents } from './support/events.ts';
import { openServer, type TestServer } from './support/server.ts';

const upload = async ({ ask }: TestServer): Promise<DatasetRecord> =>
  (await ask<DatasetRecord>('POST', '/api/datasets?name=mine.csv', { body: tidyCsv() })).json;

async function finish({ ask, url }: TestServer, json: object): Promise<string> {
  const { json: run } = await ask<RunSummary>('POST', '/api/runs', { json });
  const at = `/api/runs/${run.id}`;
  await (await openEvents(`${url}${at}/events`)).read(({ type }) => type === 'run-finished');
  return at;
}

const pinned = (document: Pipeline, key: string): Pipeline => ({
  ...document,
  nodes: document.nodes.map((node) => ({ ...node, pinned: key })),
});

async function lookAtData(server: TestServer, { id, hash }: DatasetRecord): Promise<void> {
  const { ask, url } = server;
  const inspected = await ask<DatasetInspection>('POST', `/api/datasets/${id}/inspection`, {
    json: { limit: 2 },
  });
  expect(inspected.json.rowCount).toBe(150);
  expect(inspected.json.rows).toHaveLength(2);
  expect(inspected.json.schema.columns.map(({ name }) => name)).toEqual([
    'size',
    'colour',
    'day',
    'y',
  ]);
  await ask('GET', `/api/datasets/${id}`);
  await ask('GET', `/api/datasets/${id}/pipelines`);
  expect(await (await fetch(`${url}/api/artifacts/${hash}`)).text()).toBe(tidyCsv());
  await ask('GET', `/api/artifacts/${hash}`);
  await ask('GET', `/api/datasets/${id}/content`);
  const file = { dataset: 'mine.csv', hash };
  const document = pipeline({ nodes: { data: ['csv-file', { file }] } });
  const port = { document, node: 'data', port: 'table' };
  const rows = await ask<Preview>('POST', '/api/previews', { json: { ...port, limit: 3 } });
  expect(rows.json).toMatchObject({
    kind: 'table',
    rows: [[], [], []].map(() => expect.any(Array) as unknown),
  });
  const profile = await ask<Profile>('POST', '/api/previews/profile', { json: port });
  expect(profile.json.rowCount).toBe(150);
  const schemas = await ask<GraphSchemas>('POST', '/api/previews/schemas', { json: { document } });
  expect(schemas.json.problems).toEqual([]);
  const { key } = (
    await ask<{ key: string }>('POST', '/api/pins', { json: { document, node: 'data' } })
  ).json;
  const forecast = await ask<Forecast>('POST', '/api/forecasts', {
    json: { document: pinned(document, key), fresh: ['data'] },
  });
  expect(forecast.json).toEqual({
    steps: { data: { cached: true, reason: { code: 'pinned' } } },
    lostPins: [],
  });
  const suggested = await ask<Suggestion>('POST', '/api/suggestions', {
    json: { dataset: file, target: 'y' },
    headers: { 'accept-language': 'pt' },
  });
  expect(suggested.json.task).toBe('classification');
  const check = { document: suggested.json.document };
  expect((await ask('POST', '/api/pipelines/check', { json: check })).json).toEqual({
    problems: [],
  });
}

async function useModel({ ask, url }: TestServer, { hash }: DatasetRecord): Promise<void> {
  const { json: models } = await ask<ModelSummary[]>('GET', '/api/models');
  const learner = models.find(({ step }) => step === 'learner')!;
  expect(learner).toMatchObject({ task: 'classification', target: 'y' });
  const at = `/api/models/${learner.id}`;
  const { json: model } = await ask<ModelDetail>('GET', at);
  await ask('PATCH', at, { json: { label: 'Who stays' }, expecting: { label: 'Who stays' } });
  expect((await ask('GET', `${at}/pipelines`)).json).toEqual([]);
  await ask('POST', `${at}/trash`);
  expect((await ask<ModelSummary[]>('GET', '/api/models?trashed=true')).json).toMatchObject([
    { id: model.id, label: 'Who stays' },
  ]);
  await ask('POST', `${at}/restore`);
  expect(model.classes).toEqual(['no', 'yes']);
  expect(model.inputs.find(({ name }) => name === 'colour')?.levels).toEqual([
    'blue',
    'green',
    'red',
  ]);
  const raw = { size: 90, colour: 'red', day: '2024-03-05' };
  const answer = await ask<{ predictions: Prediction[] }>('POST', `${at}/predict`, {
    json: { rows: [raw, { ...raw, size: null, colour: 'never seen' }, model.example] },
  });
  const { predictions } = answer.json;
  expect(predictions).toHaveLength(3);
  expect(predictions[0]!.prediction).toBe('yes');
  for (const { probabilities } of predictions) {
    const sum = Object.values(probabilities!).reduce((whole, part) => whole + part, 0);
    expect(sum).toBeCloseTo(1, 9);
  }
  const gone = await ask('POST', `${at}/predict`, { json: { rows: [raw, { size: 1 }] } });
  expect([gone.status, gone.json.code, gone.json.path]).toEqual([422, 'model-column-gone', '/1']);
  expect(gone.json.params).toEqual({ columns: ['colour', 'day'], count: 2 });
  const dataset = { dataset: 'mine.csv', hash };
  const scored = await ask<SavedTable>('POST', `${at}/score`, { json: { dataset } });
  expect(scored.json).toMatchObject({ rows: 150, format: 'csv' });
  const table = await (await fetch(`${url}/api/artifacts/${scored.json.hash}`)).text();
  expect(table.trimEnd().split('\n')).toHaveLength(151);
  const direct = await ask<SavedTable>('POST', `${at}/score-file?name=fresh.csv`, {
    body: tidyCsv(),
  });
  expect(direct.json).toEqual(scored.json);
  const lost = { dataset: { dataset: 'lost.csv', hash: '0'.repeat(64) } };
  expect((await ask('POST', `${at}/score`, { json: lost })).json.code).toBe('dataset-missing');
}

test('every operation of the description answers as it is described', async () => {
  const server = await openServer({ nodesDir: NODES_DIR, settings: { heapMegabytes: 512 } });
  const { ask } = server;
  await ask('GET', '/api/health');
  await ask('GET', '/api/openapi.json');
  const { json: names } = await ask<string[]>('GET', '/api/schemas');
  for (const name of names) {
    const { json } = await ask<{ $id: string }>('GET', `/api/schemas/${name}`);
    expect(json.$id).toBe(`urn:esteira:schema:${name}`);
  }
  expect((await ask<NodeType[]>('GET', '/api/nodes')).json.length).toBeGreaterThan(20);
  const { json: templates } = await ask<TemplateSummary[]>('GET', '/api/templates', {
    headers: { 'accept-language': 'pt-BR' },
  });
  const classify = templates.find(({ id }) => id === 'classify')!;
  expect(classify).toMatchObject({ name: classify.title['pt-BR'] });
  const { json: document } = await ask<Pipeline>('GET', '/api/templates/classify');

  const dataset = await upload(server);
  await ask('GET', '/api/datasets');
  const { json: samples } = await ask<SampleSummary[]>('GET', '/api/samples');
  await ask('POST', `/api/samples/${samples[0]!.name}`);
  await lookAtData(server, dataset);
  const params = { file: { dataset: 'mine.csv', hash: dataset.hash }, target: 'y' };
  const at = await finish(server, { template: 'classify', params, seed: 3 });
  const { json: result } = await ask<RunResult>('GET', `${at}/result`);
  expect(result).toMatchObject({ status: 'done', seed: 3 });
  for (const more of ['', '/document', '/report', '/asks', '/saved', '/events?after=100000'])
    await ask('GET', at + more);
  await ask('POST', `${at}/cancel`);
  await ask('GET', '/api/runs');
  await useModel(server, dataset);

  const asking = pipeline({
    nodes: { rows: ['sample-data'], gate: ['approval'] },
    wires: ['rows.table > gate.value'],
  });
  const waiting = await finish(server, { document: asking });
  await ask('POST', `${waiting}/answers/gate`, { json: { approved: true } });

  const { json: saved } = await ask<{ id: string }>('POST', '/api/pipelines', { json: document });
  const pipelineAt = `/api/pipelines/${saved.id}`;
  const ifMatch = { headers: { 'if-match': '*' } };
  await ask('GET', '/api/pipelines');
  await ask('GET', `${pipelineAt}/summary`);
  await ask('GET', pipelineAt);
  await ask('GET', `${pipelineAt}/file`);
  await ask('GET', `${pipelineAt}/bundle`);
  const bundle = await (await fetch(`${server.url}${pipelineAt}/bundle`)).arrayBuffer();
  await ask('POST', '/api/bundles', { body: bundle });
  await ask('PUT', pipelineAt, { json: document, ...ifMatch });
  await ask('PATCH', pipelineAt, { json: { name: 'x' }, ...ifMatch });
  await ask('POST', `${pipelineAt}/copies`);
  await ask('POST', `${pipelineAt}/trash`);
  await ask('POST', `${pipelineAt}/restore`);
  await ask('DELETE', pipelineAt);
  const { json: models } = await ask<ModelSummary[]>('GET', '/api/models');
  await ask('DELETE', `/api/models/${models[0]!.id}`);
  await ask('DELETE', at);
  expect((await ask('GET', at)).status).toBe(404);
  await ask('DELETE', `/api/datasets/${dataset.id}`);

  const all = Object.values(description.paths).flatMap((methods) =>
    Object.values(methods).map(({ operationId }) => operationId),
  );
  expect(all.filter((id) => !succeeded.has(id))).toEqual([]);
});
