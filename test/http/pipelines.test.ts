import { expect, test } from 'vitest';
import { readFile } from 'node:fs/promises';
import type { PipelineRecord, PipelineSummary } from '#server/services/types.ts';
import { writePipeline } from '#schemas/canonical.ts';
import { workNodes } from '../support/services.ts';
import { pipeline } from '../support/fakeNodes/pipeline.ts';
import { sendRaw } from './support/raw.ts';
import { openServer } from './support/server.ts';

const document = pipeline({ nodes: { a: ['fake-number', { n: 2 }] } });

test('a pipeline is saved, read, changed, copied, renamed, thrown away, restored and deleted', async () => {
  const { ask, url } = await openServer({ nodesDir: workNodes });
  const made = await ask<PipelineRecord>('POST', '/api/pipelines', { json: document });
  expect(made.status).toBe(201);
  const at = `/api/pipelines/${made.json.id}`;
  expect(made.headers.get('location')).toBe(at);
  expect(made.headers.get('etag')).toBe('"1"');
  expect(made.json).toMatchObject({ revision: 1, document });

  const read = await ask<PipelineRecord>('GET', at);
  expect(read.json).toEqual(made.json);
  const unchanged = await sendRaw(url, at, { 'if-none-match': '"1"' });
  expect([unchanged.status, unchanged.text]).toEqual([304, '']);

  const changed = { ...document, description: 'new' };
  const saved = await ask<PipelineRecord>('PUT', at, {
    json: changed,
    headers: { 'if-match': '"1"' },
  });
  expect([saved.status, saved.json.revision, saved.headers.get('etag')]).toEqual([200, 2, '"2"']);
  const renamed = await ask<PipelineRecord>('PATCH', at, {
    json: { name: 'Vendas' },
    headers: { 'if-match': '"2"' },
  });
  expect(renamed.json).toMatchObject({ name: 'Vendas', revision: 3, document: { name: 'Vendas' } });

  const copy = await ask<PipelineRecord>('POST', `${at}/copies`);
  expect([copy.status, copy.json.name]).toEqual([201, 'Vendas (2)']);
  const named = await ask<PipelineRecord>('POST', `${at}/copies`, { json: { name: 'Ações 📈' } });
  expect(named.json.name).toBe('Ações 📈');
  const list = await ask<PipelineSummary[]>('GET', '/api/pipelines');
  expect(list.json.map(({ name }) => name).sort()).toEqual(['Ações 📈', 'Vendas', 'Vendas (2)']);

  const told = await ask<PipelineSummary>('GET', `${at}/summary`);
  expect(told.json).toMatchObject({ name: 'Vendas', revision: 3, trashedAt: null });
  expect(told.json).not.toHaveProperty('document');

  expect((await ask('POST', `${at}/trash`)).status).toBe(204);
  const thrown = await ask<PipelineSummary>('GET', `${at}/summary`);
  expect(thrown.json.trashedAt).not.toBeNull();
  expect((await ask<PipelineSummary[]>('GET', '/api/pipelines')).json).toHaveLength(2);
  expect((await ask<PipelineSummary[]>('GET', '/api/pipelines?trashed=true')).json).toHaveLength(1);
  expect((await ask('POST', `${at}/restore`)).status).toBe(204);
  expect((await ask('DELETE', at)).status).toBe(204);
  expect((await ask('GET', at)).status).toBe(404);
  expect((await ask('GET', `${at}/summary`)).status).toBe(404);
  expect((await ask('DELETE', at)).json.code).toBe('not-found');
});

test('nobody saves over what they have not seen', async () => {
  const { ask } = await openServer({ nodesDir: workNodes });
  const { json: made } = await ask<PipelineRecord>('POST', '/api/pipelines', { json: document });
  const at = `/api/pipelines/${made.id}`;
  const save = (match: string | undefined, name: string) => {
    const headers = match === undefined ? {} : { 'if-match': match };
    return ask('PUT', at, { json: { ...document, name }, headers });
  };
  expect((await save('"1"', 'theirs')).status).toBe(200);
  const late = await save('"1"', 'mine');
  expect([late.status, late.json.code]).toEqual([412, 'changed-meanwhile']);
  expect(late.json.detail).toContain('theirs');
  for (const unknown of ['"x"', '"0"', '"99"', 'W/"1"', '1', '"1", "2"']) {
    expect((await save(unknown, 'mine')).status, unknown).toBe(412);
  }
  const bare = await save(undefined, 'mine');
  expect([bare.status, bare.json.code]).toEqual([428, 'etag-needed']);
  expect((await ask<PipelineRecord>('GET', at)).json.name).toBe('theirs');
  expect((await save('*', 'mine')).status).toBe(200);
  expect((await ask<PipelineRecord>('GET', at)).json).toMatchObject({ name: 'mine', revision: 3 });
  const both = await Promise.all([save('"3"', 'one'), save('"3"', 'two')]);
  expect(both.map(({ status }) => status).sort((a, b) => a - b)).toEqual([200, 412]);
});

test('the file that is downloaded is the document, byte for byte, whatever its name is', async () => {
  const { ask, url } = await openServer({ nodesDir: workNodes });
  const name = 'a/b "c" é\u202e.json';
  const whole = { ...document, name };
  const { json: made } = await ask<PipelineRecord>('POST', '/api/pipelines', { json: whole });
  const file = await fetch(`${url}/api/pipelines/${made.id}/file`);
  expect(await file.text()).toBe(writePipeline(made.document));
  const disposition = file.headers.get('content-disposition')!;
  expect(disposition).toMatch(/^attachment; filename="a\/b _c_ __.json.json"; filename\*=UTF-8''/);
  expect(decodeURIComponent(disposition.split("UTF-8''")[1]!)).toBe(`${name}.json`);
  expect(file.headers.get('content-security-policy')).toContain('sandbox');
  const again = await ask<PipelineRecord>('POST', '/api/pipelines', {
    body: writePipeline(made.document),
    headers: { 'content-type': 'application/json; charset=utf-8' },
  });
  expect(again.json.document).toEqual(made.document);
});

test('a check tells everything that keeps a document from running, in words', async () => {
  const { ask } = await openServer({ nodesDir: workNodes });
  const check = (body: unknown) =>
    ask<{ problems: { code: string; node?: string; detail: string }[] }>(
      'POST',
      '/api/pipelines/check',
      { json: body, headers: { 'accept-language': 'pt-BR' } },
    );
  expect((await check({ document })).json.problems).toEqual([]);
  const wrong = pipeline({
    nodes: { a: ['fake-number'], b: ['fake-number'], c: ['nobody-knows'] },
    wires: ['a.out > b.a', 'b.out > a.a'],
  });
  const { json } = await check({ document: wrong });
  const codes = json.problems.map(({ code }) => code);
  expect(codes).toContain('graph-cycle');
  expect(codes).toContain('node-type-unknown');
  expect(json.problems.find(({ code }) => code === 'node-type-unknown')!.detail).toMatch(/tipo/);
  expect((await check({ document: { format: 99 } })).json.problems[0]!.code).toBe(
    'document-newer-format',
  );
  for (const nodes of [7, 'x', [null], [{ id: 'a', label: 5 }], {}]) {
    const { status, json: told } = await check({ document: { ...wrong, nodes } });
    expect(status).toBe(200);
    expect(told.problems.length, JSON.stringify(nodes)).toBeGreaterThan(0);
  }
});

test('documents of the earliest format open over HTTP too', async () => {
  const { ask } = await openServer({ command: true });
  const folder = new URL('../documents/format-1/', import.meta.url);
  const { readdir } = await import('node:fs/promises');
  const files = (await readdir(folder)).filter((file) => file.endsWith('.json'));
  expect(files.length).toBeGreaterThan(0);
  for (const file of files) {
    const body = await readFile(new URL(file, folder), 'utf8');
    const headers = { 'content-type': 'application/json' };
    expect((await ask('POST', '/api/pipelines', { body, headers })).status, file).toBe(201);
  }
});
