import { expect, test } from 'vitest';
import { NODES_DIR } from '#server/catalogue/load.ts';
import type { RunSummary } from '#server/services/types.ts';
import { pipeline } from '../support/fakeNodes/pipeline.ts';
import { actor, workNodes } from '../support/services.ts';
import { openServer } from './support/server.ts';

const name = 'Relatório <img src=x>/..\\\u202e: "1"';

test('the report of a run is a file to keep, in the language and time zone that are asked for', async () => {
  const { ask, services } = await openServer({ nodesDir: NODES_DIR });
  const document = { ...pipeline({ nodes: { rows: ['sample-data', { name: 'iris' }] } }), name };
  const run = await services.runs.start(actor, { source: { document } });
  await services.runs.finished(actor, run.id);
  const at = `/api/runs/${run.id}/report`;
  const english = await ask('GET', at);
  expect(english.status).toBe(200);
  expect(english.headers.get('content-type')).toBe('text/html; charset=utf-8');
  expect(english.headers.get('content-security-policy')).toBe("default-src 'none'; sandbox");
  const disposition = english.headers.get('content-disposition')!;
  expect(disposition).toMatch(/^attachment; filename="[\w .=-]+\.html"; filename\*=UTF-8''/);
  expect(decodeURIComponent(disposition.split("''")[1]!)).toBe('Relatório img src=x .. 1.html');
  expect(english.text).toContain('<html lang="en">');
  expect(english.text).not.toContain('<img');
  expect(english.text).toContain('Sample data');

  const query = '?locale=pt-BR&zone=America%2FSao_Paulo';
  const portuguese = await ask('GET', at + query);
  expect(portuguese.text).toContain('<html lang="pt-BR">');
  expect(portuguese.text).toContain('Dados de exemplo');
  expect((await ask('GET', at + query)).text).toBe(portuguese.text);
  const spoken = await ask('GET', at, { headers: { 'accept-language': 'pt-BR' } });
  expect(spoken.text).toContain('<html lang="pt-BR">');
  expect((await ask('GET', `${at}?zone=Moon%2FBase&locale=xx`)).text).toBe(english.text);
});

test('a run that still works has no report yet, one that is unknown has none', async () => {
  const { ask } = await openServer({ nodesDir: workNodes });
  const document = pipeline({ nodes: { bed: ['fake-sleep', { ms: 600_000 }] } });
  const { json: run } = await ask<RunSummary>('POST', '/api/runs', { json: { document } });
  const early = await ask('GET', `/api/runs/${run.id}/report`);
  expect([early.status, early.json.code]).toEqual([409, 'run-not-finished']);
  expect((await ask('GET', '/api/runs/nobody/report')).status).toBe(404);
  await ask('POST', `/api/runs/${run.id}/cancel`);
});
