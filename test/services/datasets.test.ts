import { createHash } from 'node:crypto';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { pipeline } from '../support/fakeNodes/pipeline.ts';
import { actor, services, sharedServices, temporaryHome } from '../support/services.ts';

const csv = 'city;price\nRecife;1,5\nSão Paulo;2,5\n';
const upload = (name: string, text = csv) => ({ name, stream: Readable.from([Buffer.from(text)]) });

async function filesUnder(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => entry.name);
}

const shared = sharedServices({ command: true });

test('bytes are kept under their hash and found again by it', async () => {
  const { datasets } = await services(await temporaryHome(), { command: true });
  const kept = await datasets.import(actor, upload('cities.csv'));
  const hash = createHash('sha256').update(csv).digest('hex');
  expect(kept).toMatchObject({
    name: 'cities.csv',
    hash,
    bytes: Buffer.byteLength(csv),
    format: 'csv',
  });
  expect((await buffer(await datasets.content(actor, kept.id))).toString()).toBe(csv);
  expect(await datasets.import(actor, upload('cities.csv'))).toEqual(kept);
  expect(await datasets.resolve(actor, { dataset: 'by another name', hash })).toEqual(kept);
  expect(await datasets.list(actor)).toEqual([kept]);
  const missing = datasets.resolve(actor, { dataset: 'x', hash: 'b'.repeat(64) });
  await expect(missing).rejects.toMatchObject({ code: 'dataset-missing' });
});

test('a sample becomes a data set like any other, whose target stands in it', async () => {
  const { datasets } = shared.esteira;
  const samples = datasets.samples(actor);
  expect(samples.map(({ name }) => name)).toContain('penguins');
  for (const { name, target, meaning } of samples) {
    const kept = await datasets.importSample(actor, name);
    expect(await datasets.importSample(actor, name)).toEqual(kept);
    const { schema } = await datasets.inspect(actor, kept.id, { limit: 1 });
    const found = schema.columns.find((column) => column.name === target);
    expect(found, name).toBeDefined();
    expect(found!.meaning === 'number', name).toBe(meaning === 'number');
  }
  await expect(datasets.importSample(actor, '__proto__')).rejects.toMatchObject({
    code: 'not-found',
  });
});

test('an upload that is cut off half-way leaves nothing', async () => {
  const home = await temporaryHome();
  const { datasets } = await services(home, { command: true });
  async function* broken() {
    yield Buffer.from(csv);
    await new Promise((resolve) => setTimeout(resolve, 20));
    throw new Error('socket hang up');
  }
  const cut = datasets.import(actor, { name: 'a.csv', stream: Readable.from(broken()) });
  await expect(cut).rejects.toMatchObject({
    code: 'upload-cut-off',
    params: { received: Buffer.byteLength(csv) },
  });
  const left = new Readable({ read() {} });
  left.push(csv);
  const gone = datasets.import(actor, { name: 'a.csv', stream: left });
  setTimeout(() => left.destroy(), 20);
  await expect(gone).rejects.toMatchObject({ code: 'upload-cut-off' });
  const never = new Readable({ read() {} });
  const early = datasets.import(actor, { name: 'a.csv', stream: never });
  never.destroy();
  await expect(early).rejects.toMatchObject({ code: 'upload-cut-off' });
  const over = new Readable({ read() {} });
  over.destroy();
  await new Promise((resolve) => setTimeout(resolve, 5));
  const late = datasets.import(actor, { name: 'a.csv', stream: over });
  await expect(late).rejects.toMatchObject({ code: 'upload-cut-off' });
  expect(await datasets.list(actor)).toEqual([]);
  expect(await filesUnder(join(home, 'artifacts'))).toEqual([]);
});

test('an upload beyond the limit is refused, an empty one too', async () => {
  const home = await temporaryHome();
  const { datasets } = await services(home, { command: true, settings: { maxUpload: 10 } });
  const large = datasets.import(actor, upload('a.csv'));
  await expect(large).rejects.toMatchObject({ code: 'upload-too-large', params: { limit: 10 } });
  await expect(datasets.import(actor, upload('a.csv', ''))).rejects.toMatchObject({
    code: 'file-empty',
  });
  expect(await datasets.list(actor)).toEqual([]);
});

test.each(['../a.csv', 'a/b.csv', 'a\\b.csv', '..', '', 'C:\\a.csv', 'a\0.csv', '/etc/passwd'])(
  'the name %j is refused: a name is no path',
  async (name) => {
    const { datasets } = shared.esteira;
    const refused = datasets.import(actor, upload(name));
    await expect(refused).rejects.toMatchObject({ code: 'path-not-allowed' });
    expect((await datasets.list(actor)).map((each) => each.name)).not.toContain(name);
  },
);

test('a file of this machine comes in by its path', async () => {
  const home = await temporaryHome();
  const { datasets } = await services(home, { command: true });
  const path = join(home, 'prices 2024.TSV');
  await writeFile(path, 'a\tb\n1\t2\n');
  expect(await datasets.importFile(actor, { path })).toMatchObject({
    name: 'prices 2024.TSV',
    format: 'csv',
    bytes: 8,
  });
  await mkdir(join(home, 'folder'));
  await writeFile(join(home, 'sheet.csv'), 'PK\u0003\u0004');
  await writeFile(join(home, 'sheet.xlsx'), 'a,b\n1,2\n');
  const of = (file: string) => datasets.importFile(actor, { path: join(home, file) });
  await expect(of('folder')).rejects.toMatchObject({ code: 'file-is-folder' });
  await expect(of('none.csv')).rejects.toMatchObject({ code: 'file-missing' });
  await expect(of('sheet.csv')).rejects.toMatchObject({ code: 'file-binary' });
  await expect(of('sheet.xlsx')).rejects.toMatchObject({ code: 'file-format-unknown' });
  expect(await datasets.list(actor)).toHaveLength(1);
  expect(await filesUnder(join(home, 'artifacts'))).toHaveLength(1);
});

test('what a pipeline names is not deleted', async () => {
  const { datasets, pipelines } = await services(await temporaryHome(), { command: true });
  const { id, name, hash } = await datasets.import(actor, upload('cities.csv'));
  const file = { dataset: name, hash };
  const document = pipeline({ nodes: { read: ['csv-file', { file }] } });
  const user = await pipelines.create(actor, { ...document, name: 'Cities' });
  expect(await datasets.whereUsed(actor, id)).toEqual([{ id: user.id, name: 'Cities' }]);
  await expect(datasets.remove(actor, id)).rejects.toMatchObject({ code: 'in-use' });
  await pipelines.remove(actor, user.id);
  await datasets.remove(actor, id);
  expect(await datasets.list(actor)).toEqual([]);
});

test('a look at a file finds out how it is written', async () => {
  const { datasets } = await services(await temporaryHome(), { command: true });
  const { id } = await datasets.import(actor, upload('cities.csv'));
  const seen = await datasets.inspect(actor, id);
  expect(seen.schema.columns.map(({ name, type }) => [name, type])).toEqual([
    ['city', 'text'],
    ['price', 'float64'],
  ]);
  expect(seen.rows).toEqual([
    ['Recife', 1.5],
    ['São Paulo', 2.5],
  ]);
  expect(seen.rowCount).toBe(2);
  const other = await datasets.import(actor, upload('a.xlsx'));
  await expect(datasets.inspect(actor, other.id)).rejects.toMatchObject({
    code: 'file-format-unknown',
  });
});
