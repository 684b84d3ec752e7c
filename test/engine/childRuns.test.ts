import { describe, expect, test } from 'vitest';
import { plan } from '#server/engine/plan.ts';
import { definition, pipeline } from '../support/fakeNodes/pipeline.ts';
import { asleep } from '../support/fakeNodes/timing.ts';
import { catalogue, createWorld, numberAt } from '../support/fakeNodes/world.ts';

describe('child runs', () => {
  const plusOne = definition({
    nodes: { x: ['add', { plus: { $param: 'n' } }], y: ['add'] },
    wires: ['x.out > y.a'],
    parameters: [{ name: 'n', type: 'number', default: 1 }],
    inputs: ['a: report > x.a, y.b'],
    outputs: ['out: report < y.out'],
  });

  test('a definition runs with its inputs and params; its steps stand under the node', async () => {
    const document = pipeline({
      nodes: {
        a: ['number', { n: 5 }],
        p: ['part', { definition: 'd', params: { n: 10 } }],
        q: ['part', { definition: 'd' }],
      },
      wires: ['a.out > p.a', 'p.out > q.a'],
      definitions: { d: plusOne },
    });
    const ran = await createWorld().start(document);
    expect(numberAt(ran, 'p')).toBe(20);
    expect(numberAt(ran, 'q')).toBe(41);
    expect(ran.finished).toEqual(['a', 'p/x', 'p/y', 'p', 'q/x', 'q/y', 'q']);
  });

  test('a change inside runs the part after it, and the node', async () => {
    const world = createWorld();
    const document = (n: number) =>
      pipeline({
        nodes: { p: ['part', { definition: 'd' }] },
        definitions: {
          d: definition({
            nodes: { x: ['number', { n: 1 }], y: ['add', { plus: n }], z: ['add'] },
            wires: ['x.out > y.a', 'y.out > z.a'],
            outputs: ['out: report < z.out'],
          }),
        },
      });
    await world.start(document(1));
    const { ends, events } = await world.start(document(2));
    expect(ends).toEqual({ 'p/x': 'cached', 'p/y': 'finished', 'p/z': 'finished', p: 'finished' });
    // It is the same subflow as before, so "from d to d" would say nothing.
    expect(
      events.find((event) => event.type === 'node-started' && event.step === 'p'),
    ).toMatchObject({ reason: { code: 'params-changed', params: { params: ['definition'] } } });
    expect(JSON.stringify(events)).not.toContain('"from":"d"');
  });

  test('the same value from elsewhere has the same results', async () => {
    const world = createWorld();
    const document = (type: 'number' | 'add', param: object) =>
      pipeline({
        nodes: { a: [type, { ...param }], p: ['part', { definition: 'd' }] },
        wires: ['a.out > p.a'],
        definitions: { d: plusOne },
      });
    await world.start(document('number', { n: 3 }));
    const { ends } = await world.start(document('add', { plus: 3 }));
    expect(ends).toEqual({ a: 'finished', 'p/x': 'cached', 'p/y': 'cached', p: 'finished' });
  });

  test('run side by side within the limit of the whole run, and never starve each other', async () => {
    asleep.most = 0;
    const document = pipeline({
      nodes: {
        r: ['repeat', { definition: 'd', times: 5 }],
        s: ['repeat', { definition: 'd', times: 5 }],
        t: ['repeat', { definition: 'd', times: 5 }],
      },
      definitions: {
        d: definition({ nodes: { x: ['sleep', { ms: 5 }] }, outputs: ['out: report < x.out'] }),
      },
    });
    const ran = await createWorld().start(document, { concurrency: 2 });
    expect(ran.outcome.status).toBe('done');
    expect(asleep.most).toBe(2);
    expect(numberAt(ran, 'r')).toBe(25);
  });

  test('each has seeds of its own', async () => {
    const document = pipeline({
      nodes: { r: ['repeat', { definition: 'd', times: 2 }] },
      definitions: { d: definition({ nodes: { x: ['draw'] }, outputs: ['out: report < x.out'] }) },
    });
    const ran = await createWorld().start(document);
    expect(numberAt(ran, 'r/1/x')).not.toBe(numberAt(ran, 'r/2/x'));
  });

  test('a failure inside fails the node with the same error, unless the node takes it', async () => {
    const document = pipeline({
      nodes: {
        p: ['part', { definition: 'd' }],
        t: ['attempt', { definition: 'd' }],
        plan: ['need'],
      },
      wires: ['t.failed > plan.a'],
      definitions: {
        d: definition({ nodes: { x: ['refuse'] }, outputs: ['out: report < x.out'] }),
      },
    });
    const { ends, events } = await createWorld().start(document);
    expect(ends).toMatchObject({
      'p/x': 'failed',
      p: 'failed',
      't/x': 'failed',
      t: 'finished',
      plan: 'finished',
    });
    const errors = events.flatMap((event) =>
      event.type === 'node-failed' ? [[event.step, event.error.node]] : [],
    );
    expect(Object.fromEntries(errors)).toEqual({ 'p/x': 'p/x', p: 'p/x', 't/x': 't/x' });
  });

  test('params that only the run knows are checked when it comes to them', async () => {
    const document = pipeline({
      nodes: { p: ['part', { definition: 'd' }] },
      definitions: {
        d: definition({
          nodes: { x: ['add', { plus: { $param: 'n' } }] },
          parameters: [{ name: 'n', type: 'number' }],
        }),
      },
    });
    const { events } = await createWorld().start(document);
    expect(events.find((event) => event.type === 'node-failed')).toMatchObject({
      step: 'p',
      error: { code: 'parameter-without-value' },
    });
  });

  test('too many are refused in words', async () => {
    const document = pipeline({
      nodes: { r: ['repeat', { definition: 'd', times: 10_001 }] },
      definitions: { d: definition({ nodes: {} }) },
    });
    const { outcome } = await createWorld().start(document);
    expect(outcome.error).toMatchObject({ code: 'items-too-many', params: { limit: 10_000 } });
  });

  test('too deep ones as well', async () => {
    const definitions: { [id: string]: ReturnType<typeof definition> } = {
      d0: definition({ nodes: { x: ['number'] } }),
    };
    for (let level = 1; level <= 20; level++) {
      definitions[`d${level}`] = definition({
        nodes: { p: ['part', { definition: `d${level - 1}` }] },
      });
    }
    const document = pipeline({ nodes: { p: ['part', { definition: 'd20' }] }, definitions });
    expect(plan(document, catalogue).errors).toBeUndefined();
    const { outcome } = await createWorld().start(document);
    expect(outcome.error).toMatchObject({ code: 'subflows-too-deep', params: { limit: 16 } });
  });
});
