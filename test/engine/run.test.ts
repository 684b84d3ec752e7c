import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { validate } from '#schemas/validate.ts';
import { plan } from '#server/engine/plan.ts';
import type { TablesCaller } from '#server/engine/ports.ts';
import { run } from '#server/engine/run.ts';
import { numberNodes } from '../support/fakeNodes/numbers.ts';
import { pipeline } from '../support/fakeNodes/pipeline.ts';
import { asleep } from '../support/fakeNodes/timing.ts';
import { catalogue, createWorld, numberAt } from '../support/fakeNodes/world.ts';

const chain = (n = 2) =>
  pipeline({
    nodes: { a: ['number', { n }], b: ['add', { plus: 10 }], c: ['add'], side: ['number'] },
    wires: ['a.out > b.a', 'b.out > c.a', 'a.out > c.b'],
  });

test('values go along the wires', async () => {
  const ran = await createWorld().start(chain());
  expect(numberAt(ran, 'b')).toBe(12);
  expect(numberAt(ran, 'c')).toBe(14);
  expect(ran.outcome.status).toBe('done');
});

test('every event is one of the contract', async () => {
  const world = createWorld();
  const document = pipeline({
    nodes: {
      a: ['number'],
      b: ['counter', { to: 3 }],
      c: ['crash'],
      d: ['need'],
      e: ['add'],
      f: ['approve'],
    },
    wires: ['a.out > b.a', 'c.out > d.a', 'a.out > f.a', 'f.yes > e.a'],
  });
  const first = await world.start(document);
  const second = await world.start(document, { target: ['b'] });
  const events = [...first.events, ...second.events];
  for (const [at, event] of events.entries()) {
    const whole = { ...event, run: 'r', seq: at + 1, time: '2026-01-01T00:00:00.000Z' };
    expect(validate('run-event', whole)).toEqual([]);
  }
});

test('events of a step come in order: queued, started, progress and log, finished', async () => {
  const { events } = await createWorld().start(pipeline({ nodes: { a: ['counter', { to: 5 }] } }));
  const types = events.map((event) => event.type);
  expect(types[0]).toBe('run-started');
  expect(types.slice(1, 3)).toEqual(['node-queued', 'node-started']);
  expect(types.slice(-2)).toEqual(['node-finished', 'run-finished']);
});

describe('progress', () => {
  test('is thinned out by time, and the last is always told', async () => {
    let now = 0;
    const clock = () => (now += 1);
    const document = pipeline({ nodes: { a: ['counter', { to: 1000 }] } });
    const { events } = await createWorld().start(document, { clock });
    const told = events.flatMap((event) => (event.type === 'node-progress' ? [event.done] : []));
    expect(told.length).toBeLessThan(25);
    expect(told.at(-1)).toBe(1000);
  });

  test('queries tell how far they are, as long as the node says nothing itself', async () => {
    const world = createWorld();
    Object.assign(world.ports, {
      tablesFor: ({ onProgress }: TablesCaller) => {
        onProgress({ done: 50, total: 100 });
        return world.ports.tables;
      },
    });
    const document = pipeline({
      nodes: { r: ['rows'], c: ['centre'] },
      wires: ['r.table > c.table'],
    });
    const { events } = await world.start(document);
    expect(events).toContainEqual({ type: 'node-progress', step: 'c', done: 50, total: 100 });
  });

  test('notes are told with plain params', async () => {
    const { events } = await createWorld().start(
      pipeline({ nodes: { a: ['counter', { to: 2 }] } }),
    );
    expect(events.find((event) => event.type === 'node-log')).toEqual({
      type: 'node-log',
      step: 'a',
      level: 'warning',
      code: 'counter.done',
      params: { to: 2, list: '[[1]]' },
    });
  });
});

describe('the cache', () => {
  test('a second run does nothing, and asks once', async () => {
    const world = createWorld();
    await world.start(chain());
    world.asked.cache = 0;
    const { ends, reasons, finished } = await world.start(chain());
    expect(new Set(Object.values(ends))).toEqual(new Set(['cached']));
    expect(new Set(Object.values(reasons))).toEqual(new Set(['unchanged']));
    expect(finished).toEqual([]);
    expect(world.asked.cache).toBe(1);
  });

  test('a cached step still tells its report, and its notes', async () => {
    const world = createWorld();
    const document = pipeline({ nodes: { a: ['counter', { to: 2 }] } });
    await world.start(document);
    const { events } = await world.start(document);
    expect(events.find((event) => event.type === 'node-cached')).toMatchObject({
      outputs: { out: { type: 'report', report: { metrics: { n: 2 } } } },
    });
    expect(events.find((event) => event.type === 'node-log')).toMatchObject({
      code: 'counter.done',
    });
  });

  test('what an earlier document gave is found again', async () => {
    const world = createWorld();
    await world.start(chain(1));
    await world.start(chain(2));
    expect((await world.start(chain(1))).finished).toEqual([]);
  });

  test('a result that is gone is made again', async () => {
    const world = createWorld();
    await world.start(chain());
    world.results.delete(world.records.get('b')!.key);
    const { finished, reasons } = await world.start(chain());
    expect(finished).toEqual(['b']);
    expect(reasons['b']).toBe('result-gone');
  });

  test('a run whose results cannot be kept has failed', async () => {
    const world = createWorld();
    const full = Object.assign(new Error('no space left'), { code: 'ENOSPC' });
    world.ports.cache.put = () => Promise.reject(full);
    const { ends, outcome } = await world.start(pipeline({ nodes: { a: ['number'] } }));
    expect(ends['a']).toBe('failed');
    expect(outcome.error).toMatchObject({ code: 'disk-full', kind: 'operational' });
  });
});

/** As in keys.test.ts, but by what a run really does. */
test('changing one param runs exactly what depends on it again', async () => {
  const world = createWorld();
  const document = (plus: number) =>
    pipeline({
      nodes: { a: ['number', { n: 1 }], b: ['add', { plus }], c: ['need'], d: ['add'], e: ['sum'] },
      wires: ['a.out > b.a', 'b.out > c.a', 'a.out > d.a', 'c.out > e.all', 'd.out > e.all'],
    });
  await world.start(document(1));
  const { finished, reasons, events } = await world.start(document(2));
  expect(finished).toEqual(['b', 'c', 'e']);
  expect(reasons).toEqual({
    a: 'unchanged',
    b: 'params-changed',
    c: 'input-changed',
    d: 'unchanged',
    e: 'input-changed',
  });
  const started = events.filter((event) => event.type === 'node-started');
  expect(started.map((event) => event.reason.params)).toEqual([
    { params: ['plus'], from: 1, to: 2 },
    { inputs: ['a'] },
    { inputs: ['all'] },
  ]);
});

describe('failures', () => {
  const document = pipeline({
    nodes: {
      bad: ['refuse'],
      worse: ['crash'],
      after: ['need'],
      later: ['add'],
      fine: ['number'],
      beside: ['add'],
    },
    wires: [
      'bad.out > after.a',
      'after.out > later.a',
      'fine.out > beside.a',
      'worse.out > later.b',
    ],
  });

  test('stop what comes after; the other branches go on; each is told', async () => {
    const blamed = new Map<string, unknown>();
    const { ends, events, outcome } = await createWorld().start(document, {
      blame: (step, cause) => blamed.set(step, cause),
    });
    expect(ends).toEqual({
      bad: 'failed',
      worse: 'failed',
      after: 'skipped',
      later: 'skipped',
      fine: 'finished',
      beside: 'finished',
    });
    const errors = events.flatMap((event) => (event.type === 'node-failed' ? [event.error] : []));
    expect(errors).toEqual([
      {
        code: 'column-unknown',
        kind: 'user',
        params: { column: 'age', known: ['Age'] },
        node: 'bad',
      },
      {
        code: 'node-failed',
        kind: 'bug',
        params: { detail: 'undefined is not a function' },
        node: 'worse',
      },
    ]);
    expect(outcome).toMatchObject({ status: 'failed', error: { code: 'column-unknown' } });
    // The stack is for the log alone.
    expect(blamed.get('worse')).toBeInstanceOf(TypeError);
    expect(JSON.stringify(events)).not.toContain('timing.ts');
  });

  test('what was skipped says after which node', async () => {
    const { events } = await createWorld().start(document);
    const skipped = events.flatMap((event) =>
      event.type === 'node-skipped' ? [[event.step, event.reason] as const] : [],
    );
    expect(Object.fromEntries(skipped)).toMatchObject({
      after: { code: 'upstream-failed', params: { nodes: ['bad'] } },
      later: { code: 'upstream-failed' },
    });
  });

  test('are tried again by the next run', async () => {
    const world = createWorld();
    await world.start(document);
    const { ends, reasons } = await world.start(document);
    expect(ends).toMatchObject({ bad: 'failed', fine: 'cached' });
    expect(reasons['bad']).toBe('first-run');
  });

  test('an output that the type does not promise is a fault of the node', async () => {
    const { events } = await createWorld().start(pipeline({ nodes: { a: ['misfit'] } }));
    expect(events.find((event) => event.type === 'node-failed')).toMatchObject({
      error: {
        code: 'node-output-wrong',
        params: { port: 'out', expected: 'report', found: 'model' },
      },
    });
  });
});

describe('side by side', () => {
  const sleepers = (count: number) =>
    pipeline({
      nodes: Object.fromEntries(
        Array.from({ length: count }, (_, at) => [`s${at}`, ['sleep', { ms: 10 + at }] as const]),
      ),
    });

  test('as many as are allowed, and no more', async () => {
    for (const concurrency of [1, 3]) {
      asleep.most = 0;
      await createWorld().start(sleepers(7), { concurrency });
      expect(asleep.most).toBe(concurrency);
    }
  });

  test('the result hangs neither on how many nor on the order of the document', async () => {
    const nodes = {
      a: ['number', { n: 3 }],
      b: ['sleep', { ms: 4 }],
      c: ['sleep', { ms: 1 }],
      d: ['sum'],
      e: ['add', { plus: 1 }],
    } as const;
    const wires = ['a.out > b.a', 'a.out > c.a', 'b.out > d.all', 'c.out > d.all', 'd.out > e.a'];
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray(Object.entries(nodes), { minLength: 5 }),
        fc.integer({ min: 1, max: 4 }),
        async (entries, concurrency) => {
          const document = pipeline({ nodes: Object.fromEntries(entries), wires });
          const ran = await createWorld().start(document, { concurrency });
          expect(numberAt(ran, 'e')).toBe(6);
        },
      ),
      { numRuns: 20 },
    );
  });
});

test('a node gets its inputs frozen and cannot change them for others', async () => {
  const world = createWorld();
  const { outcome } = await world.start(chain(), { keep: ['a', 'c'] });
  expect([...outcome.kept.keys()]).toEqual(['a', 'c']);
  const value = outcome.kept.get('a')!['out'];
  expect(Object.isFrozen(value)).toBe(true);
  expect(Object.isFrozen((value as { metrics: object }).metrics)).toBe(true);
});

test('leaving the iteration cancels the run', async () => {
  const world = createWorld();
  const document = pipeline({
    nodes: { a: ['sleep', { ms: 60_000 }], b: ['sleep', { ms: 60_000 }] },
  });
  const before = asleep.now;
  const { planned } = plan(document, catalogue);
  for await (const event of run(planned!, world.ports, { run: 'left' })) {
    if (event.type === 'node-started') break;
  }
  await expect.poll(() => asleep.now).toBe(before);
});

test('what is not selected is told', async () => {
  const { ends, reasons } = await createWorld().start(chain(), { target: ['b'] });
  expect(ends).toEqual({ a: 'finished', b: 'finished', c: 'skipped', side: 'skipped' });
  expect(reasons['c']).toBe('not-selected');
});

test('an empty pipeline is done', async () => {
  expect((await createWorld().start(pipeline({ nodes: {} }))).outcome.status).toBe('done');
});

test('each fake node type can be found', () => {
  for (const node of numberNodes) expect(catalogue.find(node.type)?.definition).toBe(node);
});
