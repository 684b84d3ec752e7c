import { expect, test } from 'vitest';
import { pipeline } from '../support/fakeNodes/pipeline.ts';
import { actor, services, temporaryHome } from '../support/services.ts';

const document = pipeline({ nodes: { a: ['fake-number'] } });
const open = async () => services(await temporaryHome(), { command: true });

test('a pipeline is kept as it was given, finished or not', async () => {
  const { pipelines } = await open();
  const unfinished = pipeline({ nodes: { a: ['not-installed', { any: [1] }] }, wires: [] });
  const { id, revision } = await pipelines.create(actor, unfinished);
  expect(revision).toBe(1);
  expect((await pipelines.get(actor, id)).document).toEqual(unfinished);
  expect(JSON.parse(await pipelines.text(actor, id))).toEqual(unfinished);
  expect(await pipelines.check(actor, unfinished)).toMatchObject([{ code: 'node-type-unknown' }]);
});

test('a save names the revision that it was made from', async () => {
  const { pipelines } = await open();
  const { id } = await pipelines.create(actor, document);
  const renamed = { ...document, name: 'Mine' };
  const saved = await pipelines.save(actor, id, { document: renamed, revision: 1 });
  expect(saved).toMatchObject({ name: 'Mine', revision: 2 });
  const stale = pipelines.save(actor, id, {
    document: { ...document, name: 'Theirs' },
    revision: 1,
  });
  await expect(stale).rejects.toMatchObject({ code: 'changed-meanwhile' });
  expect((await pipelines.get(actor, id)).name).toBe('Mine');
});

test('what is no document is refused and changes nothing', async () => {
  const { pipelines } = await open();
  const { id } = await pipelines.create(actor, document);
  for (const wrong of [null, [], '{', '', { ...document, nodes: 3 }, { ...document, format: 99 }]) {
    await expect(pipelines.create(actor, wrong)).rejects.toMatchObject({ kind: 'user' });
    await expect(pipelines.save(actor, id, { document: wrong, revision: 1 })).rejects.toThrow();
  }
  await expect(pipelines.rename(actor, id, { name: '', revision: 1 })).rejects.toThrow();
  expect(await pipelines.list(actor)).toHaveLength(1);
  expect((await pipelines.get(actor, id)).revision).toBe(1);
});

test('duplicates get a name of their own; the trash gives back', async () => {
  const { pipelines } = await open();
  const { id } = await pipelines.create(actor, document);
  const copies = [await pipelines.duplicate(actor, id), await pipelines.duplicate(actor, id)];
  expect(copies.map((copy) => copy.name)).toEqual(['test (2)', 'test (3)']);
  expect(copies[0]!.document).toEqual({ ...document, name: 'test (2)' });
  await pipelines.trash(actor, id);
  expect((await pipelines.list(actor)).map((each) => each.name).sort()).toEqual([
    'test (2)',
    'test (3)',
  ]);
  expect((await pipelines.list(actor, { trashed: true })).map((each) => each.id)).toEqual([id]);
  await pipelines.restore(actor, id);
  expect(await pipelines.list(actor)).toHaveLength(3);
  await pipelines.remove(actor, id);
  await expect(pipelines.get(actor, id)).rejects.toMatchObject({ code: 'not-found' });
  await expect(pipelines.trash(actor, id)).rejects.toMatchObject({ code: 'not-found' });
});

test('a check lists everything that keeps it from running', async () => {
  const { pipelines } = await open();
  const wrong = pipeline({
    nodes: { a: ['fake-number', { n: 'many' }], b: ['fake-sleep'] },
    wires: ['a.out > b.nowhere'],
  });
  const codes = (await pipelines.check(actor, wrong)).map((problem) => problem.code);
  expect(codes).toEqual(expect.arrayContaining(['value-wrong-type', 'edge-port-unknown']));
  expect(codes.length).toBeGreaterThanOrEqual(3);
  const absent = pipeline({ nodes: { a: ['fake-number'] } });
  const ref = { dataset: 'gone.csv', hash: 'a'.repeat(64) };
  const parameters = [{ name: 'file', type: 'dataset', default: ref }] as const;
  expect(await pipelines.check(actor, { ...absent, parameters })).toMatchObject([
    { code: 'dataset-missing', params: { dataset: 'gone.csv' } },
  ]);
});

test('another workspace sees nothing', async () => {
  const { pipelines } = await open();
  await pipelines.create(actor, document);
  const stranger = { id: 'owner', workspace: 'elsewhere' };
  await expect(pipelines.list(stranger)).rejects.toMatchObject({ code: 'forbidden' });
});
