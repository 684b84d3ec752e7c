import { expect, test } from 'vitest';
import type { Pipeline, RunEvent, RunResult } from '#schemas/types.ts';
import type { Ask, RunSummary, SavedOutput } from '#server/services/types.ts';
import { validate } from '#schemas/validate.ts';
import { pipeline } from '../support/fakeNodes/pipeline.ts';
import { actor, workNodes } from '../support/services.ts';
import { openEvents } from './support/events.ts';
import { openServer, type TestServer } from './support/server.ts';

const open = () => openServer({ nodesDir: workNodes });

const chain = pipeline({
  nodes: { one: ['fake-number', { n: 1 }], two: ['fake-number', { n: 2 }] },
  wires: ['one.out > two.a'],
});
const asking = pipeline({
  nodes: { n: ['fake-number'], gate: ['fake-ask'], after: ['fake-number', { n: 5 }] },
  wires: ['n.out > gate.a', 'gate.out > after.a'],
});
const sleeping = pipeline({ nodes: { bed: ['fake-sleep', { ms: 600_000 }] } });

async function start({ ask }: TestServer, document: Pipeline, more = {}): Promise<string> {
  const { status, json } = await ask<RunSummary>('POST', '/api/runs', {
    json: { document, ...more },
  });
  expect(status).toBe(201);
  return `/api/runs/${json.id}`;
}

const isOver = ({ type }: RunEvent): boolean => type === 'run-finished';

test('a run is started, followed to its end, and tells what came of it', async () => {
  const server = await open();
  const { ask, url } = server;
  const at = await start(server, chain, { seed: 7, trigger: 'schedule' });
  const stream = await openEvents(`${url}${at}/events`);
  expect(stream.status).toBe(200);
  expect(stream.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
  expect(stream.headers.get('cache-control')).toBe('no-cache, no-transform');
  const events = await stream.read();
  expect(stream.ended()).toBe(true);
  expect(events.flatMap((event) => validate('run-event', event))).toEqual([]);
  expect(events.map(({ seq }) => seq)).toEqual(events.map((_, index) => index + 1));
  expect([events[0]!.type, events.at(-1)!.type]).toEqual(['run-queued', 'run-finished']);

  const { json: result } = await ask<RunResult>('GET', `${at}/result`);
  expect(result).toMatchObject({ status: 'done', seed: 7, nodes: { two: { status: 'done' } } });
  const { json: summary } = await ask<RunSummary>('GET', at);
  expect(summary).toMatchObject({ status: 'done', trigger: 'schedule', actor: actor.id });
  expect((await ask<Pipeline>('GET', `${at}/document`)).json).toMatchObject({ ...chain, seed: 7 });
  expect((await ask<RunSummary[]>('GET', '/api/runs?limit=1')).json).toEqual([summary]);
  expect((await ask('GET', '/api/runs?pipeline=other')).json).toEqual([]);
  expect((await ask('GET', '/api/runs/nobody')).json.code).toBe('not-found');
});

test('a reader that comes back goes on where it was, and stays away after the end', async () => {
  const server = await open();
  const at = await start(server, chain);
  const address = `${server.url}${at}/events`;
  const first = await openEvents(address);
  const seen = await first.read(({ seq }) => seq === 2);
  first.close();
  const second = await openEvents(address, 2);
  const rest = await second.read();
  expect(rest[0]!.seq).toBe(3);
  expect(isOver(rest.at(-1)!)).toBe(true);
  const whole = await (await openEvents(address)).read();
  expect([...seen, ...rest]).toEqual(whole);
  expect(await (await openEvents(`${address}?after=2`)).read()).toEqual(rest);
  // The header of a browser that comes back is newer than the address that it was given.
  const last = whole.length;
  expect((await openEvents(`${address}?after=1`, last)).status).toBe(204);
  expect((await openEvents(address, last + 5)).status).toBe(204);
  expect((await server.ask('GET', `${at}/events?after=${last}`)).status).toBe(204);
  expect((await server.ask('GET', '/api/runs/nobody/events')).status).toBe(404);
});

test('a run that waits keeps its readers until it is answered', async () => {
  const server = await open();
  const { ask, url } = server;
  const at = await start(server, asking);
  const stream = await openEvents(`${url}${at}/events`);
  const before = await stream.read(isOver);
  expect(before.at(-1)).toMatchObject({ status: 'waiting' });
  expect(stream.ended()).toBe(false);
  expect((await ask<RunResult>('GET', `${at}/result`)).json.status).toBe('waiting');
  const { json: asks } = await ask<Ask[]>('GET', `${at}/asks`);
  expect(asks).toMatchObject([{ step: 'gate', message: 'May it?' }]);
  const wrong = await ask('POST', `${at}/answers/gate`, { json: { approved: 'yes' } });
  expect(wrong.json.code).toBe('value-wrong-type');
  const unknown = await ask('POST', `${at}/answers/a%2Fgate`, { json: { approved: true } });
  expect([unknown.status, unknown.json.code]).toEqual([409, 'not-waiting']);
  const answer = { approved: true, comment: 'fine' };
  expect((await ask('POST', `${at}/answers/gate`, { json: answer })).status).toBe(200);
  const after = await stream.read();
  expect(after[0]!.seq).toBe(before.at(-1)!.seq + 1);
  expect(after.at(-1)).toMatchObject({ type: 'run-finished', status: 'done' });
  expect((await ask('POST', `${at}/answers/gate`, { json: answer })).json.code).toBe('not-waiting');
});

test('a run is cancelled, and its reader told', async () => {
  const server = await open();
  const { ask, url } = server;
  const at = await start(server, sleeping);
  const stream = await openEvents(`${url}${at}/events`);
  await stream.read(({ type }) => type === 'node-started');
  expect((await ask('GET', `${at}/result`)).json.code).toBe('run-not-finished');
  expect((await ask('POST', `${at}/cancel`)).status).toBe(200);
  expect((await stream.read()).at(-1)).toMatchObject({ type: 'run-finished', status: 'cancelled' });
  expect((await ask<RunSummary>('POST', `${at}/cancel`)).json.status).toBe('cancelled');
});

test('a run whose process is killed ends in words, and the server answers all the while', async () => {
  const server = await open();
  const { ask, url } = server;
  const at = await start(server, pipeline({ nodes: { a: ['fake-throw', { how: 'kill' }] } }));
  const events = await (await openEvents(`${url}${at}/events`)).read();
  expect(events.at(-1)).toMatchObject({
    type: 'run-finished',
    status: 'failed',
    error: { code: 'process-died' },
  });
  expect((await ask<RunResult>('GET', `${at}/result`)).json).toMatchObject({
    status: 'failed',
    nodes: { a: { status: 'failed' } },
  });
  const again = await start(server, chain);
  const after = await (await openEvents(`${url}${again}/events`)).read();
  expect(after.at(-1)).toMatchObject({ status: 'done' });
});

test('the same key starts one run', async () => {
  const { ask } = await open();
  const send = () =>
    ask<RunSummary>('POST', '/api/runs', {
      json: { document: chain },
      headers: { 'idempotency-key': 'once' },
    });
  const [one, two] = await Promise.all([send(), send()]);
  expect((await send()).json.id).toBe(one.json.id);
  expect(two.json.id).toBe(one.json.id);
  expect((await ask<RunSummary[]>('GET', '/api/runs')).json).toHaveLength(1);
});

test('what a run saved is told with its name, and its bytes are handed out', async () => {
  const server = await open();
  const document = pipeline({
    nodes: { n: ['fake-number', { n: 42 }], save: ['fake-save', { name: 'answer.txt' }] },
    wires: ['n.out > save.a'],
  });
  const at = await start(server, document);
  await (await openEvents(`${server.url}${at}/events`)).read();
  const { json: saved } = await server.ask<SavedOutput[]>('GET', `${at}/saved`);
  expect(saved).toMatchObject([{ step: 'save', name: 'answer.txt' }]);
  const bytes = await fetch(`${server.url}/api/artifacts/${saved[0]!.hash}?name=answer.txt`);
  expect(await bytes.text()).toBe('42');
});

test('a saved pipeline runs by its id; one that is gone or cannot run says so', async () => {
  const { ask } = await open();
  const { json: made } = await ask<{ id: string }>('POST', '/api/pipelines', { json: chain });
  const run = await ask<RunSummary>('POST', '/api/runs', { json: { pipeline: made.id } });
  expect(run.json.pipeline).toBe(made.id);
  const mistakes = [
    [{ pipeline: 'gone' }, 404, 'not-found'],
    [{ template: 'gone' }, 404, 'template-unknown'],
    [{ document: { ...chain, format: 99 } }, 422, 'document-newer-format'],
    [{ document: chain, params: { x: 1 } }, 422, 'parameter-unknown'],
    [{ document: chain, targets: ['nobody'] }, 422, 'node-unknown'],
  ] as const;
  for (const [json, status, code] of mistakes) {
    const answer = await ask('POST', '/api/runs', { json });
    expect([answer.status, answer.json.code], code).toEqual([status, code]);
  }
  expect((await ask('GET', '/api/templates/gone')).status).toBe(404);
});

test('a server that stops ends its streams without waiting for the runs', async () => {
  const server = await open();
  const at = await start(server, sleeping);
  const stream = await openEvents(`${server.url}${at}/events`);
  await stream.read(({ type }) => type === 'node-started');
  const reading = stream.read();
  await server.stop();
  expect(await reading).toEqual([]);
  // It has not said that the run ended: the reader will come back.
  expect(stream.ended()).toBe(false);
  await expect(fetch(`${server.url}/api/health`)).rejects.toThrow('fetch failed');
});
