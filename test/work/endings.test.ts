import { performance } from 'node:perf_hooks';
import { expect, test } from 'vitest';
import { describe as inWords, fromData } from '#schemas/errors.ts';
import { pipeline } from '../support/fakeNodes/pipeline.ts';
import {
  actor,
  eventOf,
  eventsOf,
  services,
  sharedServices,
  temporaryHome,
} from '../support/services.ts';

let made = 0;

/** A step that works, the one in question after it, and one that waits for it; each time another pipeline. */
function around(type: string, params = {}) {
  made += 1;
  const drawn = pipeline({
    nodes: {
      before: ['fake-number', { n: made }],
      bad: [type, params],
      after: ['fake-number'],
    },
    wires: ['before.out > bad.a', 'bad.out > after.a'],
  });
  return { ...drawn, name: `around ${made}` };
}

const shared = sharedServices({ settings: { heapMegabytes: 64, tableMemory: 64 * 1024 ** 2 } });

const endings = [
  ['an error thrown by a node', 'fake-throw', { how: 'throw' }, 'node-failed'],
  ['an error thrown outside of any promise', 'fake-throw', { how: 'later' }, 'process-died'],
  ['a node that leaves the process', 'fake-throw', { how: 'exit' }, 'process-died'],
  ['a process that is killed', 'fake-throw', { how: 'kill' }, 'process-died'],
  ['a heap without room', 'fake-hoard', { what: 'objects' }, 'out-of-memory'],
] as const;

test.each(endings)('%s ends the run in words', async (_, type, params, code) => {
  const { esteira } = shared;
  const run = await esteira.runs.start(actor, { source: { document: around(type, params) } });
  const result = await esteira.runs.finished(actor, run.id);
  expect(result).toMatchObject({
    status: 'failed',
    error: { code, node: 'bad' },
    nodes: {
      before: { status: 'done' },
      bad: { status: 'failed', reason: { code: 'first-run' }, error: { code } },
    },
  });
  for (const locale of ['en', 'pt-BR'] as const) {
    const { message, remedy } = inWords(fromData(result.error!), locale);
    expect(message).not.toMatch(/[{}]|undefined/);
    expect(remedy).not.toBe('');
  }
  expect(await esteira.runs.get(actor, run.id)).toMatchObject({
    status: 'failed',
    error: { code },
  });
  const events = await eventsOf(esteira, run.id);
  expect(events.map((event) => event.seq)).toEqual(events.map((__, at) => at + 1));
});

test('memory outside the heap has a limit too', async () => {
  const { esteira } = shared;
  const document = around('fake-hoard', { what: 'bytes' });
  const run = await esteira.runs.start(actor, { source: { document } });
  const { error } = await esteira.runs.finished(actor, run.id);
  expect(error).toMatchObject({ code: 'out-of-memory', params: { megabytes: 896 } });
});

test('while a run breaks down, others go on and the services answer', async () => {
  const { esteira } = shared;
  const bad = await esteira.runs.start(actor, {
    source: { document: around('fake-hoard', { what: 'objects' }) },
  });
  const good = await esteira.runs.start(actor, {
    source: { document: around('fake-sleep', { ms: 300 }) },
  });
  expect((await esteira.runs.finished(actor, good.id)).status).toBe('done');
  expect((await esteira.runs.finished(actor, bad.id)).status).toBe('failed');
  expect(await esteira.runs.list(actor, { limit: 2 })).toHaveLength(2);
});

test.each([
  ['a node that listens', 'fake-sleep'],
  ['a node that never listens', 'fake-spin'],
])('a run is cancelled in the midst of %s', async (_, type) => {
  const { esteira } = shared;
  const document = around(type, { ms: 60_000 });
  const run = await esteira.runs.start(actor, { source: { document } });
  await eventOf(esteira, run.id, (event) => event.type === 'node-started' && event.step === 'bad');
  const asked = performance.now();
  await esteira.runs.cancel(actor, run.id);
  const result = await esteira.runs.finished(actor, run.id);
  // Wide of the goal of a second, which the benchmark holds: here it must not be the 60 of the node.
  expect(performance.now() - asked).toBeLessThan(20_000);
  expect(result).toMatchObject({
    status: 'cancelled',
    nodes: {
      before: { status: 'done' },
      bad: { status: 'cancelled' },
    },
  });
  expect(result.error).toBeUndefined();
});

test('a run that waits in the queue is cancelled without ever starting', async () => {
  const esteira = await services(await temporaryHome(), { settings: { runs: 1 } });
  const first = await esteira.runs.start(actor, {
    source: { document: around('fake-sleep', { ms: 60_000 }) },
  });
  const second = await esteira.runs.start(actor, { source: { document: around('fake-number') } });
  await eventOf(esteira, first.id, (event) => event.type === 'node-started');
  expect((await esteira.runs.get(actor, second.id)).status).toBe('queued');
  expect(await esteira.runs.cancel(actor, second.id)).toMatchObject({ status: 'cancelled' });
  expect((await eventsOf(esteira, second.id)).map((event) => event.type)).toEqual([
    'run-queued',
    'run-finished',
  ]);
  await esteira.runs.cancel(actor, first.id);
  expect((await esteira.runs.finished(actor, first.id)).status).toBe('cancelled');
});
