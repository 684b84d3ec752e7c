import { once } from 'node:events';
import { readdir } from 'node:fs/promises';
import { request } from 'node:http';
import path from 'node:path';
import { expect, test } from 'vitest';
import type { Problem } from '#schemas/types.ts';
import type { DatasetRecord } from '#server/services/types.ts';
import { pipeline } from '../support/fakeNodes/pipeline.ts';
import { openServer, type TestServer } from './support/server.ts';

const csv = 'a,b\n1,x\n2,y\n';

const upload = ({ ask }: TestServer, name: string, body = csv) =>
  ask<DatasetRecord>('POST', `/api/datasets?name=${encodeURIComponent(name)}`, { body });

/** Every file under the home that holds bytes of a data set, whole or begun. */
async function filesOf(home: string, folder = 'artifacts'): Promise<string[]> {
  const all = await readdir(path.join(home, folder), { recursive: true, withFileTypes: true });
  return all.filter((entry) => entry.isFile()).map((entry) => entry.name);
}

test('a file is kept byte for byte under its name, found again, and given back', async () => {
  const server = await openServer({ command: true });
  const { ask, url } = server;
  const sent = await upload(server, 'dados é "x".csv');
  expect(sent.status).toBe(201);
  const { id, name, bytes, format, hash } = sent.json;
  expect({ name, bytes, format }).toEqual({
    name: 'dados é "x".csv',
    bytes: csv.length,
    format: 'csv',
  });
  expect(hash).toMatch(/^[0-9a-f]{64}$/);
  expect(sent.headers.get('location')).toBe(`/api/datasets/${id}`);
  expect((await ask<DatasetRecord>('GET', `/api/datasets/${id}`)).json).toEqual(sent.json);
  expect((await ask<DatasetRecord[]>('GET', '/api/datasets')).json).toEqual([sent.json]);
  // The same bytes under the same name are the same data set.
  expect((await upload(server, 'dados é "x".csv')).json).toEqual(sent.json);

  const given = await fetch(`${url}/api/datasets/${id}/content`);
  expect(await given.text()).toBe(csv);
  expect(given.headers.get('content-disposition')).toMatch(
    /^attachment; .*filename\*=UTF-8''dados/,
  );
  expect(given.headers.get('content-type')).toBe('application/octet-stream');
  const artifact = await fetch(
    `${url}/api/artifacts/${hash}?name=${encodeURIComponent('../../x.html')}`,
  );
  expect(await artifact.text()).toBe(csv);
  expect(artifact.headers.get('content-disposition')).toContain('attachment');
  expect(artifact.headers.get('content-type')).not.toContain('html');
  expect(artifact.headers.get('cache-control')).toContain('immutable');
  expect((await ask('GET', `/api/artifacts/${'0'.repeat(64)}`)).json.code).toBe('artifact-unknown');
  for (const wrong of ['x', '..%2F..%2Flock.json', hash.toUpperCase()]) {
    expect((await ask('GET', `/api/artifacts/${wrong}`)).status, wrong).toBe(404);
  }
});

test('an upload that is cut off half-way leaves nothing behind', async () => {
  const { ask, url, home } = await openServer({ command: true });
  for (const headers of [{ 'content-length': '1000000' }, { 'transfer-encoding': 'chunked' }]) {
    const sending = request(`${url}/api/datasets?name=x.csv`, { method: 'POST', headers });
    const failed = once(sending, 'error');
    sending.write('a'.repeat(400_000));
    await expect.poll(() => filesOf(home), { timeout: 5000 }).toHaveLength(1);
    sending.destroy(new Error('The cable was pulled.'));
    await failed;
    await expect.poll(() => filesOf(home), { timeout: 5000 }).toEqual([]);
  }
  expect((await ask('GET', '/api/datasets')).json).toEqual([]);
});

test('an upload in pieces of unknown length ends at the limit', async () => {
  const server = await openServer({ command: true, settings: { maxUpload: 1000 } });
  // Much more than fits on the way: the answer must reach a caller that is still sending.
  const body = new Blob(['1,2\n'.repeat(5_000_000)]).stream();
  const { status, json: problem } = await server.ask('POST', '/api/datasets?name=x.csv', { body });
  expect([status, problem.code, problem.params['limit']]).toEqual([413, 'upload-too-large', 1000]);
  expect(await filesOf(server.home)).toEqual([]);
  expect((await server.ask('GET', '/api/health')).status).toBe(200);
});

test('names that lead elsewhere, and files without bytes, are refused in words', async () => {
  const server = await openServer({ command: true });
  for (const name of ['../x.csv', 'a/b.csv', 'a\\b.csv', '..', 'C:x.csv', 'a\0b', ' ']) {
    const { status, json } = await server.ask(
      'POST',
      `/api/datasets?name=${encodeURIComponent(name)}`,
      { body: csv },
    );
    expect([status, json.code], name).toEqual([400, 'path-not-allowed']);
  }
  expect((await server.ask('POST', '/api/datasets', { body: csv })).json.code).toBe('query-wrong');
  // Refused before a byte was looked at, and still told to whoever sends a lot.
  const body = new Blob(['1,2\n'.repeat(5_000_000)]).stream();
  const long = await server.ask('POST', '/api/datasets?name=..', { body });
  expect(long.json.code).toBe('path-not-allowed');
  const empty = await server.ask('POST', '/api/datasets?name=x.csv', { body: '' });
  expect(empty.json.code).toBe('file-empty');
  expect((await server.ask('GET', '/api/datasets')).json).toEqual([]);
});

test('a file that nothing can read is refused with the reason, and nothing of it stays', async () => {
  const server = await openServer({ command: true });
  const { ask, home } = server;
  const unreadable: [name: string, body: string, code: string][] = [
    ['people.xlsx', 'PK\u0003\u0004', 'file-format-unknown'],
    ['people.csv', 'PK\u0003\u0004 and the rest of a spreadsheet', 'file-binary'],
    ['numbers.csv', 'a,b\n1,\0\n', 'file-binary'],
    ['header.csv', 'a,b\n', 'file-without-rows'],
    ['blank.csv', '\n\n\n', 'file-empty'],
    ['open.csv', `a,b\n1,x\n2,"${'y\n'.repeat(200_000)}`, 'csv-quote-open'],
  ];
  for (const [name, body, code] of unreadable) {
    const { status, json } = await upload(server, name, body);
    expect([status, (json as unknown as Problem).code], name).toEqual([422, code]);
    expect((json as unknown as Problem).detail, name).toContain(name);
  }
  expect((await ask('GET', '/api/datasets')).json).toEqual([]);
  expect(await filesOf(home)).toEqual([]);
  expect(await filesOf(home, 'tmp')).toEqual([]);

  // A file that its settings may still repair is kept: its node has them.
  const uneven = `a,b,c\n${'1,2\n'.repeat(50)}`;
  const kept = await upload(server, 'uneven.csv', uneven);
  expect(kept.status).toBe(201);
  // The same bytes, refused under another name, are still there for those that were taken.
  expect((await upload(server, 'uneven.xlsx', uneven)).status).toBe(422);
  expect(await filesOf(home)).toEqual([kept.json.hash]);
}, 60_000);

test('a data set that a pipeline names is not removed', async () => {
  const server = await openServer({ command: true });
  const { ask } = server;
  const { json: dataset } = await upload(server, 'x.csv');
  const at = `/api/datasets/${dataset.id}`;
  const file = { dataset: 'x.csv', hash: dataset.hash };
  const document = pipeline({ nodes: { a: ['csv-file', { file }] } });
  const { json: user } = await ask<{ id: string }>('POST', '/api/pipelines', { json: document });
  const uses = await ask<{ id: string; name: string }[]>('GET', `${at}/pipelines`);
  expect(uses.json).toEqual([{ id: user.id, name: 'test' }]);
  const refused = await ask('DELETE', at);
  expect([refused.status, refused.json.code]).toEqual([409, 'in-use']);
  await ask('DELETE', `/api/pipelines/${user.id}`);
  expect((await ask('DELETE', at)).status).toBe(204);
  expect((await ask('GET', at)).status).toBe(404);
});
