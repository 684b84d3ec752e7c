import { onTestFinished, expect, test } from 'vitest';
import { forkChild } from '#server/work/child.ts';
import { Queries, type QueryChildProcess } from '#server/work/queries.ts';

const entry = new URL('../support/queryEntry.ts', import.meta.url);

function open() {
  const started: QueryChildProcess[] = [];
  const queries = new Queries({
    start() {
      const child: QueryChildProcess = forkChild({ entry, settings: {}, heapMegabytes: 64 });
      started.push(child);
      return child;
    },
    memoryMegabytes: 1024,
    find: async () => new Map(),
    keep: async () => {},
    log: () => {},
  });
  onTestFinished(() => queries.close());
  const call = (method: string, params: unknown = null, more = {}) =>
    queries.call(method, params, { seconds: 60, ...more });
  return { queries, started, call };
}

test('answers come back to who asked, errors too', async () => {
  const { call, started } = open();
  expect(await Promise.all([call('echo', 1), call('echo', [2]), call('echo', { a: 3 })])).toEqual([
    1,
    [2],
    { a: 3 },
  ]);
  await expect(call('refuse')).rejects.toMatchObject({ code: 'column-unknown', kind: 'user' });
  await expect(call('nothing')).rejects.toMatchObject({ code: 'unexpected', kind: 'bug' });
  expect(started).toHaveLength(1);
});

test('a call that is cancelled stops, and the process serves on', async () => {
  const { call, started } = open();
  const leaving = new AbortController();
  const asleep = call('sleep', 60_000, { signal: leaving.signal });
  const pid = await call('pid');
  leaving.abort();
  await expect(asleep).rejects.toMatchObject({ code: 'cancelled' });
  const late = call('echo', 1, { signal: leaving.signal });
  await expect(late).rejects.toMatchObject({ code: 'cancelled' });
  expect(await call('pid')).toBe(pid);
  expect(started).toHaveLength(1);
});

test('a call beyond its time ends, even where it never listens', async () => {
  const { call, started } = open();
  await call('echo');
  const spinning = call('spin', 60_000, { seconds: 0.2 });
  await expect(spinning).rejects.toMatchObject({
    code: 'query-too-long',
    params: { seconds: 0.2 },
  });
  // What else was asked of the stuck process is asked again of the next one.
  expect(await call('echo', 'still here')).toBe('still here');
  expect(started).toHaveLength(2);
});

test('a process that dies fails the call that killed it and no other', async () => {
  const { call, started } = open();
  await call('echo');
  await expect(call('die')).rejects.toMatchObject({
    code: 'query-died',
    params: { signal: 'SIGKILL' },
  });
  const bystanders = [call('sleep', 300), call('sleep', 301)];
  const culprit = expect(call('die')).rejects.toMatchObject({ code: 'query-died' });
  const late = call('echo', 'late');
  expect(await Promise.all([...bystanders, late])).toEqual(['slept', 'slept', 'late']);
  await culprit;
  expect(started).toHaveLength(4);
});

test('closing ends what is going on, and takes no more', async () => {
  const { queries, call, started } = open();
  const asleep = call('sleep', 60_000);
  const closed = queries.close();
  await expect(asleep).rejects.toMatchObject({ code: 'server-stopping' });
  await expect(call('echo')).rejects.toMatchObject({ code: 'server-stopping' });
  await closed;
  expect((await started[0]!.exited).signal).toBe('SIGKILL');
});
