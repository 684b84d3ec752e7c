import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import type { DatasetRecord, OpenedBundle, PipelineRecord } from '#server/services/types.ts';
import { pipeline } from '../support/fakeNodes/pipeline.ts';
import { openServer, type TestServer } from './support/server.ts';
import { bundleOf, renamed, sha256, understated, zipOf } from './support/zip.ts';

const csv = 'a,b\n1,x\n2,y\n';
const other = 'a,b\n3,z\n';

const reading = (...files: readonly (readonly [name: string, content: string])[]) =>
  pipeline({
    nodes: Object.fromEntries(
      files.map(([dataset, content], at) => {
        return [`n${at}`, ['csv-file', { file: { dataset, hash: sha256(content) } }]];
      }),
    ),
  });

const upload = async ({ ask }: TestServer, name: string, body: string): Promise<DatasetRecord> =>
  (await ask<DatasetRecord>('POST', `/api/datasets?name=${encodeURIComponent(name)}`, { body }))
    .json;

const send = ({ ask }: TestServer, zip: Buffer) =>
  ask<OpenedBundle>('POST', '/api/bundles', { body: new Uint8Array(zip) });

const refusal = async ({ ask }: TestServer, zip: Buffer) =>
  (await ask('POST', '/api/bundles', { body: new Uint8Array(zip) })).json;

const saved = async ({ ask }: TestServer, document: object): Promise<string> =>
  (await ask<PipelineRecord>('POST', '/api/pipelines', { json: document })).json.id;

async function exported({ url }: TestServer, id: string): Promise<Buffer> {
  const response = await fetch(`${url}/api/pipelines/${id}/bundle`);
  expect(response.headers.get('content-type')).toBe('application/zip');
  expect(response.headers.get('content-disposition')).toContain('attachment');
  return Buffer.from(await response.arrayBuffer());
}

/** Every file that holds bytes, whole or begun. */
async function filesOf(home: string): Promise<string[]> {
  const all = await readdir(path.join(home, 'artifacts'), { recursive: true, withFileTypes: true });
  return all.filter((entry) => entry.isFile()).map((entry) => entry.name);
}

test('a pipeline goes with its data to another home, byte for byte, and again with the same bytes', async () => {
  const here = await openServer({ command: true });
  const [name, twin] = ['vendas é "x".csv', 'Vendas É "x".csv'];
  await upload(here, name, csv);
  await upload(here, twin, other);
  const document = reading([name, csv], [twin, other]);
  const same = await saved(here, document);
  const zip = await exported(here, same);
  expect(await exported(here, same)).toEqual(zip);

  const there = await openServer({ command: true });
  const { status, json } = await send(there, zip);
  expect(status).toBe(200);
  expect(json.document).toEqual(document);
  expect(json.datasets).toMatchObject([
    { name: twin, state: 'added' },
    { name, state: 'added' },
  ]);
  const { json: kept } = await there.ask<DatasetRecord[]>('GET', '/api/datasets');
  const texts = kept.map(async ({ id }) =>
    (await fetch(`${there.url}/api/datasets/${id}/content`)).text(),
  );
  expect((await Promise.all(texts)).toSorted()).toEqual([csv, other].toSorted());
  // Nothing is kept but the two files.
  expect((await filesOf(there.home)).toSorted()).toEqual([sha256(csv), sha256(other)].toSorted());
  expect((await send(there, zip)).json.datasets.every(({ state }) => state === 'known')).toBe(true);
});

test('the content decides what a data set is: other bytes stand beside, known ones are not kept twice', async () => {
  const server = await openServer({ command: true });
  await upload(server, 'x.csv', other);
  await upload(server, 'y of mine.csv', 'q\n1\n');
  const data = { 'x.csv': csv, 'y.csv': 'q\n1\n' };
  const { json } = await send(server, await bundleOf({ document: reading(['x.csv', csv]), data }));
  expect(json.datasets).toMatchObject([
    { name: 'x.csv', state: 'beside' },
    { name: 'y.csv', state: 'known', knownAs: 'y of mine.csv' },
  ]);
  const { json: all } = await server.ask<DatasetRecord[]>('GET', '/api/datasets');
  expect(all.map(({ name }) => name).toSorted()).toEqual(['x.csv', 'x.csv', 'y of mine.csv']);
});

test('what is not here when it is exported is named in the list; the rest goes', async () => {
  const server = await openServer({ command: true });
  const zip = await exported(server, await saved(server, reading(['gone.csv', csv])));
  const { json } = await send(server, zip);
  expect(json.datasets).toEqual([]);
  const { document } = json;
  const checked = await server.ask<{ problems: { code: string }[] }>(
    'POST',
    '/api/pipelines/check',
    { json: { document } },
  );
  expect(checked.json.problems.map(({ code }) => code)).toContain('dataset-missing');
});

test('an archive that was damaged, or made to do harm, is refused in words and leaves nothing', async () => {
  const server = await openServer({ command: true, settings: { maxUpload: 200_000 } });
  const document = reading(['x.csv', csv]);
  const data = { 'x.csv': csv };
  const good = await bundleOf({ document, data });
  const many = Object.fromEntries(Array.from({ length: 1200 }, (_, at) => [`f${at}`, 'x']));
  const zeros = 'a\n'.repeat(60_000);
  const changedByte = Buffer.from(good);
  changedByte[changedByte.indexOf('PK') + 60]! ^= 0xff;
  const cases: readonly (readonly [string, Buffer, string])[] = [
    ['no zip', Buffer.from('{"format": 1}'), 'bundle-not-whole'],
    ['nothing', Buffer.alloc(0), 'bundle-not-whole'],
    ['cut off', good.subarray(0, good.length - 40), 'bundle-not-whole'],
    ['cut off early', good.subarray(0, 100), 'bundle-not-whole'],
    ['another zip', await zipOf({ 'a.txt': 'x' }), 'bundle-part-missing'],
    ['no list', await zipOf({ 'pipeline.json': '{}' }), 'bundle-part-missing'],
    [
      'a list that is no JSON',
      await bundleOf({ document, more: { 'esteira.json': '{' } }),
      'bundle-part-changed',
    ],
    ['a newer format', await bundleOf({ document, manifest: { format: 7 } }), 'bundle-newer'],
    ['out of the folder', renamed(good, 'data/x.csv', '../../x.cs'), 'bundle-name-not-allowed'],
    ['from the root', renamed(good, 'data/x.csv', '/etc/x.csv'), 'bundle-name-not-allowed'],
    ['to a drive', renamed(good, 'data/x.csv', 'C:/x/x.csv'), 'bundle-name-not-allowed'],
    ['by backslashes', renamed(good, 'data/x.csv', '..\\..\\x.cs'), 'bundle-name-not-allowed'],
    [
      'the same name twice',
      renamed(
        await bundleOf({ document, data, more: { 'data/y.csv': csv } }),
        'data/y.csv',
        'data/x.csv',
      ),
      'bundle-name-not-allowed',
    ],
    [
      'other bytes of the same length',
      await bundleOf({ document, data, more: { 'data/x.csv': csv.replace('1', '7') } }),
      'bundle-part-changed',
    ],
    [
      'bytes of another length',
      await bundleOf({ document, data, more: { 'data/x.csv': `${csv}3,w\n` } }),
      'bundle-part-changed',
    ],
    [
      'more bytes than it says',
      understated(
        await bundleOf({
          document,
          data: { 'x.csv': zeros },
          list: ([each]) => [{ ...each, bytes: 12, hash: sha256(csv) }],
        }),
        'data/x.csv',
        12,
      ),
      'bundle-part-changed',
    ],
    [
      'another document',
      await bundleOf({ document, more: { 'pipeline.json': '{}' } }),
      'bundle-part-changed',
    ],
    [
      'a part that is not there',
      await bundleOf({
        document,
        list: () => [{ name: 'x', path: 'data/x', hash: sha256(''), bytes: 1 }],
      }),
      'bundle-part-missing',
    ],
    [
      'a name that leads elsewhere',
      await bundleOf({ document, data, list: ([each]) => [{ ...each, name: '../x.csv' }] }),
      'path-not-allowed',
    ],
    [
      'a bomb',
      await bundleOf({ document, data: { 'x.csv': 'a\n'.repeat(150_000) } }),
      'bundle-too-large',
    ],
    [
      'many small ones that are large together',
      await bundleOf({ document, data: { 'x.csv': zeros, 'y.csv': `b${zeros}` } }),
      'bundle-too-large',
    ],
    ['too many parts', await bundleOf({ document, more: many }), 'bundle-too-many-parts'],
    ['an empty data set', await bundleOf({ document, data: { 'x.csv': '' } }), 'file-empty'],
  ];
  for (const [what, zip, code] of cases) {
    expect((await refusal(server, zip)).code, what).toBe(code);
    expect(await filesOf(server.home), what).toEqual([]);
  }
  // Whatever a flipped byte means, it is refused and nothing is kept.
  expect((await refusal(server, changedByte)).code).toBeDefined();
  expect((await server.ask('GET', '/api/datasets')).json).toEqual([]);
  const large = await refusal(server, Buffer.alloc(300_000));
  expect([large.code, large.status]).toEqual(['upload-too-large', 413]);
  expect((await send(server, good)).status).toBe(200);
});

test('whatever bytes come, they are refused in words', async () => {
  const server = await openServer({ command: true });
  const good = await bundleOf({ document: reading(['x.csv', csv]), data: { 'x.csv': csv } });
  for (let at = 0; at < good.length; at += 17) {
    const bytes = Buffer.from(good);
    bytes[at]! ^= 0xa5;
    const { status } = await server.ask('POST', '/api/bundles', { body: new Uint8Array(bytes) });
    expect([200, 400, 413, 422], String(at)).toContain(status);
  }
  expect(server.logged).toEqual([]);
});
