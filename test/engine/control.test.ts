import { describe, expect, test } from 'vitest';
import { plan } from '#server/engine/plan.ts';
import { letters } from '../support/fakeNodes/control.ts';
import { definition, pipeline } from '../support/fakeNodes/pipeline.ts';
import { asleep } from '../support/fakeNodes/timing.ts';
import { catalogue, createWorld, numberAt } from '../support/fakeNodes/world.ts';

describe('branches', () => {
  const document = (n: number) =>
    pipeline({
      nodes: {
        a: ['number', { n }],
        b: ['branch', { above: 5 }],
        high: ['need'],
        low: ['need'],
        lower: ['add'],
        merge: ['sum'],
        both: ['add', { plus: 100 }],
      },
      wires: [
        'a.out > b.a',
        'b.yes > high.a',
        'b.no > low.a',
        'low.out > lower.a',
        'high.out > merge.all',
        'low.out > merge.all',
        'high.out > both.a',
        'low.out > both.b',
      ],
    });

  test('what is not taken is skipped, through to where something arrives', async () => {
    const ran = await createWorld().start(document(9));
    expect(ran.ends).toMatchObject({ high: 'finished', low: 'skipped', lower: 'finished' });
    expect(ran.reasons['low']).toBe('branch-not-taken');
    expect(numberAt(ran, 'merge')).toBe(9);
    expect(numberAt(ran, 'both')).toBe(109);
    expect(ran.outcome.status).toBe('done');
  });

  test('nodes that need what is not taken are skipped one after the other', async () => {
    const ran = await createWorld().start(
      pipeline({
        nodes: {
          a: ['number', { n: 9 }],
          b: ['branch', { above: 5 }],
          low: ['need'],
          lower: ['need'],
          merge: ['sum'],
        },
        wires: ['a.out > b.a', 'b.no > low.a', 'low.out > lower.a', 'lower.out > merge.all'],
      }),
    );
    expect(ran.ends).toMatchObject({ low: 'skipped', lower: 'skipped', merge: 'skipped' });
    expect(ran.reasons['merge']).toBe('branch-not-taken');
  });

  test('the other branch is another result, though the key before the run is the same', async () => {
    const world = createWorld();
    const high = await world.start(document(9));
    const low = await world.start(document(2));
    expect(numberAt(low, 'merge')).toBe(2);
    expect(numberAt(low, 'both')).toBe(102);
    const again = await world.start(document(9));
    expect(again.finished).toEqual([]);
    expect(numberAt(high, 'merge')).toBe(9);
  });
});

describe('effects', () => {
  const document = pipeline({
    nodes: { a: ['number', { n: 1 }], s: ['send'], after: ['add', { plus: 1 }] },
    wires: ['a.out > s.a', 's.out > after.a'],
  });

  test('happen in every run; what comes after goes by what they gave', async () => {
    const world = createWorld();
    letters.length = 0;
    await world.start(document);
    const { ends, reasons } = await world.start(document);
    expect(letters).toHaveLength(2);
    expect(ends).toEqual({ a: 'cached', s: 'finished', after: 'cached' });
    expect(reasons['s']).toBe('never-cached');
    expect(letters[0]!.key).not.toBe(letters[1]!.key);
  });

  test('happen once in one run, even if it is taken up again', async () => {
    const world = createWorld();
    letters.length = 0;
    await world.start(document, { run: 'same' });
    const { ends } = await world.start(document, { run: 'same' });
    expect(letters).toHaveLength(1);
    expect(ends['s']).toBe('cached');
  });
});

describe('waiting for a person', () => {
  const document = pipeline({
    nodes: {
      a: ['number', { n: 4 }],
      sent: ['send'],
      ask: ['approve'],
      yes: ['need'],
      no: ['need'],
      beside: ['sleep', { ms: 20 }],
    },
    wires: [
      'a.out > ask.a',
      'a.out > sent.a',
      'ask.yes > yes.a',
      'ask.no > no.a',
      'a.out > beside.a',
    ],
  });

  test('the run ends as waiting once everything else is done, and goes on with the answer', async () => {
    const world = createWorld();
    letters.length = 0;
    const first = await world.start(document, { run: 'r' });
    expect(first.outcome.status).toBe('waiting');
    expect(first.ends).toEqual({
      a: 'finished',
      sent: 'finished',
      ask: 'waiting',
      yes: 'skipped',
      no: 'skipped',
      beside: 'finished',
    });
    expect(first.reasons['yes']).toBe('upstream-waiting');
    const waiting = first.events.find((event) => event.type === 'node-waiting');
    expect(waiting).toMatchObject({ step: 'ask', message: 'May it?' });
    expect(waiting!.token).toMatch(/^[0-9a-f]{64}$/);

    const answers = new Map([['ask', { approved: true }]]);
    const second = await world.start(document, { run: 'r', answers });
    expect(second.outcome.status).toBe('done');
    expect(second.ends).toEqual({
      a: 'cached',
      sent: 'cached',
      ask: 'finished',
      yes: 'finished',
      no: 'skipped',
      beside: 'cached',
    });
    expect(letters).toHaveLength(1);
  });

  test('the answer may come by token; a new run asks anew', async () => {
    const world = createWorld();
    const first = await world.start(document, { run: 'r' });
    const { token } = first.events.find((event) => event.type === 'node-waiting')!;
    const second = await world.start(document, {
      run: 'r',
      answers: new Map([[token, { approved: false }]]),
    });
    expect(second.ends).toMatchObject({ yes: 'skipped', no: 'finished' });
    expect((await world.start(document, { run: 'other' })).outcome.status).toBe('waiting');
  });

  test('after the same answer in another run, what follows is there already', async () => {
    const world = createWorld();
    const answers = new Map([['ask', { approved: true }]]);
    await world.start(document, { run: 'one', answers });
    const { ends } = await world.start(document, { run: 'two', answers });
    expect(ends).toMatchObject({ ask: 'finished', yes: 'cached' });
  });

  test('a failure elsewhere ends the run as failed', async () => {
    const both = pipeline({
      nodes: { a: ['number'], ask: ['approve'], bad: ['crash'] },
      wires: ['a.out > ask.a'],
    });
    expect((await createWorld().start(both)).outcome.status).toBe('failed');
  });

  test('inside a definition the nodes around it wait too', async () => {
    const world = createWorld();
    const nested = pipeline({
      nodes: { a: ['number', { n: 2 }], p: ['part', { definition: 'd' }], end: ['need'] },
      wires: ['a.out > p.in', 'p.out > end.a'],
      definitions: {
        d: definition({
          nodes: { before: ['add', { plus: 1 }], ask: ['approve'] },
          wires: ['before.out > ask.a'],
          inputs: ['in: report > before.a'],
          outputs: ['out: report < ask.yes'],
        }),
      },
    });
    const first = await world.start(nested, { run: 'r' });
    expect(first.ends).toEqual({
      a: 'finished',
      'p/before': 'finished',
      'p/ask': 'waiting',
      p: 'waiting',
      end: 'skipped',
    });
    const tokens = first.events.flatMap((event) =>
      event.type === 'node-waiting' ? [event.token] : [],
    );
    expect(new Set(tokens).size).toBe(1);
    const answers = new Map([['p/ask', { approved: true }]]);
    const second = await world.start(nested, { run: 'r', answers });
    expect(second.ends).toEqual({
      a: 'cached',
      'p/before': 'cached',
      'p/ask': 'finished',
      p: 'finished',
      end: 'finished',
    });
    expect(numberAt(second, 'end')).toBe(3);
  });

  test('among child runs side by side, the others end first', async () => {
    const world = createWorld();
    const several = pipeline({
      nodes: { r: ['repeat', { definition: 'd', times: 4 }] },
      definitions: {
        d: definition({
          nodes: {
            b: ['branch', { above: 3 }],
            ask: ['approve'],
            s: ['sleep', { ms: 30 }],
            m: ['sum'],
          },
          wires: ['b.yes > ask.a', 'b.no > s.a', 'ask.yes > m.all', 's.out > m.all'],
          inputs: ['a: report > b.a'],
          outputs: ['out: report < m.out'],
        }),
      },
    });
    const first = await world.start(several, { run: 'r' });
    expect(first.outcome.status).toBe('waiting');
    expect(first.ends).toMatchObject({
      'r/1/s': 'finished',
      'r/3/s': 'finished',
      'r/4/ask': 'waiting',
      r: 'waiting',
    });
    const answers = new Map([['r/4/ask', { approved: true }]]);
    const second = await world.start(several, { run: 'r', answers });
    expect(numberAt(second, 'r')).toBe(30 * 4 + 4);
    expect(second.ends['r/1/s']).toBe('cached');
  });
});

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
    const { ends, reasons } = await world.start(document(2));
    expect(ends).toEqual({ 'p/x': 'cached', 'p/y': 'finished', 'p/z': 'finished', p: 'finished' });
    expect(reasons['p']).toBe('params-changed');
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
