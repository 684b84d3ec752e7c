import { expect, test } from 'vitest';
import type { Pipeline, RunResult } from '#schemas/types.ts';
import type { DatasetRecord, RunSummary, Suggestion } from '#server/services/types.ts';
import { actor } from '../support/services.ts';
import { openServer, type TestServer } from './support/server.ts';

const nodesDir = new URL('../../nodes/', import.meta.url).pathname;

/** Flowers of two kinds that differ in size, with a code that names the row and a column of dates. */
function flowers(): string {
  const rows = Array.from({ length: 120 }, (_, at) => {
    const kind = at % 2 === 0 ? 'iris' : 'rose';
    const size = (kind === 'iris' ? 2 : 6) + (at % 7) / 4;
    const day = String((at % 28) + 1).padStart(2, '0');
    return `F-${1000 + at},${at % 9 === 0 ? '' : size},2024-03-${day},${kind}`;
  });
  return ['code,size,seen,kind', ...rows].join('\n');
}

async function upload({ ask }: TestServer, name: string, body: string): Promise<DatasetRecord> {
  return (await ask<DatasetRecord>('POST', `/api/datasets?name=${name}`, { body })).json;
}

test('a file and a target become a pipeline that runs and compares learners', async () => {
  const server = await openServer({ nodesDir, settings: { heapMegabytes: 512 } });
  const { name, hash } = await upload(server, 'flowers.csv', flowers());
  const { status, json } = await server.ask<Suggestion>('POST', '/api/suggestions', {
    json: { dataset: { dataset: name, hash }, target: 'kind' },
    headers: { 'accept-language': 'pt-BR' },
  });
  expect(status).toBe(200);
  expect(json.task).toBe('classification');
  expect(json.notLearned).toEqual([{ column: 'code', reason: 'identifier' }]);
  expect(json.document.name).toBe('Prever kind (flowers.csv)');
  const result = await run(server, json.document);
  expect(result.status).toBe('done');
  const accuracy = (node: string): unknown =>
    (result.nodes[node]!.report!['metrics'] as Record<string, unknown>)['accuracy'];
  expect(accuracy('linear-metrics')).toBeGreaterThan(accuracy('baseline-metrics') as number);
}, 60_000);

async function run({ ask, services }: TestServer, document: Pipeline): Promise<RunResult> {
  const { json } = await ask<RunSummary>('POST', '/api/runs', { json: { document } });
  return services.runs.finished(actor, json.id);
}

test('a target that the file has not, and a data set that is not there, are refused', async () => {
  const server = await openServer({ nodesDir });
  const { name, hash } = await upload(server, 'flowers.csv', flowers());
  const wrong = await server.ask('POST', '/api/suggestions', {
    json: { dataset: { dataset: name, hash }, target: 'smell' },
  });
  expect(wrong.status).toBe(422);
  expect(wrong.json.code).toBe('target-missing');
  const gone = await server.ask('POST', '/api/suggestions', {
    json: { dataset: { dataset: name, hash: 'a'.repeat(64) }, target: 'kind' },
  });
  expect(gone.json.code).toBe('dataset-missing');
}, 60_000);
