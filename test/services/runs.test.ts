import { expect, test } from 'vitest';
import type { RunEvent } from '#schemas/types.ts';
import { pipeline } from '../support/fakeNodes/pipeline.ts';
import { actor, eventsOf, services, sharedServices, temporaryHome } from '../support/services.ts';

const document = pipeline({
  nodes: { a: ['fake-number'], s: ['fake-sleep', { ms: 200 }] },
  wires: ['a.out > s.a'],
});

const shared = sharedServices();

test('one key starts one run', async () => {
  const { runs } = shared.esteira;
  const request = { source: { document }, idempotencyKey: 'k1' };
  const both = await Promise.all([runs.start(actor, request), runs.start(actor, request)]);
  expect(both[0].id).toBe(both[1].id);
  await runs.finished(actor, both[0].id);
  expect(await runs.start(actor, request)).toMatchObject({ id: both[0].id, status: 'done' });
});

test('a stream of events goes on after any of them, without a gap or a repetition', async () => {
  const { esteira } = shared;
  const { id } = await esteira.runs.start(actor, { source: { document } });
  const all = await eventsOf(esteira, id);
  expect(all.length).toBeGreaterThan(4);
  for (const after of [0, 1, 3, all.length]) {
    const rest = await Array.fromAsync(esteira.runs.events(actor, id, { after }));
    expect(rest).toEqual(all.slice(after));
  }
});

test('a run lasts as long in a list as for whoever followed it', async () => {
  const { esteira } = shared;
  const { id } = await esteira.runs.start(actor, { source: { document } });
  const events = await eventsOf(esteira, id);
  const [first, last] = [events.find(({ type }) => type === 'run-started'), events.at(-1)];
  expect(await esteira.runs.get(actor, id)).toMatchObject({
    status: 'done',
    startedAt: first?.time,
    finishedAt: last?.time,
  });
});

test('live listeners all hear the same, and one can leave', async () => {
  const { esteira } = shared;
  const { id } = await esteira.runs.start(actor, { source: { document } });
  const leaving = new AbortController();
  const heard: RunEvent[] = [];
  const left = (async () => {
    for await (const event of esteira.runs.events(actor, id, { signal: leaving.signal })) {
      heard.push(event);
      if (event.type === 'run-started') leaving.abort();
    }
  })();
  const [first, second] = await Promise.all([eventsOf(esteira, id), eventsOf(esteira, id), left]);
  expect(first).toEqual(second);
  expect(heard.length).toBeLessThan(first.length);
  expect(heard).toEqual(first.slice(0, heard.length));
});

test('what cannot run is refused before it starts', async () => {
  const { runs } = shared.esteira;
  const before = await runs.list(actor);
  const refused = (source: object, more = {}) =>
    expect(runs.start(actor, { source: source as { document: unknown }, ...more })).rejects;
  const unknown = pipeline({ nodes: { a: ['no-such-type'] } });
  await refused({ document: unknown }).toMatchObject({ code: 'node-type-unknown' });
  await refused({ document: '{"format"' }).toMatchObject({ code: 'document-truncated' });
  await refused({ document }, { seed: 1.5 }).toMatchObject({ kind: 'user' });
  await refused({ document }, { params: { x: 1 } }).toMatchObject({ code: 'parameter-unknown' });
  await refused({ document }, { targets: ['z'] }).toMatchObject({ code: 'node-unknown' });
  await refused({ pipeline: 'none' }).toMatchObject({ code: 'not-found' });
  await refused({ template: 'none' }).toMatchObject({ code: 'template-unknown' });
  expect(await runs.list(actor)).toEqual(before);
});

test('a saved pipeline runs with parameters, a seed and targets of the run', async () => {
  const { runs, pipelines } = shared.esteira;
  const saved = await pipelines.create(actor, {
    ...pipeline({ nodes: { a: ['fake-number', { n: { $param: 'n' } }], b: ['fake-number'] } }),
    parameters: [{ name: 'n', type: 'number', default: 1 }],
  });
  const source = { pipeline: saved.id };
  const run = await runs.start(actor, { source, params: { n: 4 }, seed: 9, targets: ['a'] });
  expect(run).toMatchObject({ pipeline: saved.id, name: 'test', seed: 9 });
  const result = await runs.finished(actor, run.id);
  expect(result).toMatchObject({
    status: 'done',
    seed: 9,
    nodes: {
      a: { status: 'done', report: { metrics: { n: 4 } } },
      b: { status: 'skipped', reason: { code: 'not-selected' } },
    },
  });
  expect(await runs.list(actor, { pipeline: saved.id })).toHaveLength(1);
  expect(await runs.list(actor, { pipeline: 'other' })).toEqual([]);
});

test('saved files are listed by names that are free and lead nowhere', async () => {
  const { runs, artifacts } = shared.esteira;
  const names = ['out.txt', 'OUT.txt', '../secret.txt', 'out.txt'];
  const nodes = Object.fromEntries(
    names.map((name, at) => [`s${at}`, ['fake-save', { name }] as const]),
  );
  const { id } = await runs.start(actor, { source: { document: pipeline({ nodes }) } });
  await runs.finished(actor, id);
  const saved = await runs.saved(actor, id);
  expect(saved.map((file) => file.name.toLowerCase()).sort()).toEqual([
    'out 2.txt',
    'out 3.txt',
    'out.txt',
  ]);
  const { stream, bytes } = await artifacts.read(actor, saved[0]!.hash);
  expect(bytes).toBe(saved[0]!.bytes);
  expect(Buffer.concat(await stream.toArray()).toString()).toBe('0');
  const none = artifacts.read(actor, 'f'.repeat(64));
  await expect(none).rejects.toMatchObject({ code: 'artifact-unknown' });
  await expect(artifacts.read(actor, '../../esteira.db')).rejects.toMatchObject({
    code: 'artifact-unknown',
  });
});

test('a run that is not over has no result yet; a closed home takes no more', async () => {
  const esteira = await services(await temporaryHome());
  const { runs } = esteira;
  const { id } = await runs.start(actor, { source: { document } });
  await expect(runs.result(actor, id)).rejects.toMatchObject({ code: 'run-not-finished' });
  await runs.finished(actor, id);
  expect((await runs.result(actor, id)).status).toBe('done');
  await esteira.close();
  const late = runs.start(actor, { source: { document } });
  await expect(late).rejects.toMatchObject({ code: 'server-stopping' });
});
