import { describe, expect, test } from 'vitest';
import { letters } from '../support/fakeNodes/control.ts';
import { definition, pipeline } from '../support/fakeNodes/pipeline.ts';
import { createWorld, numberAt } from '../support/fakeNodes/world.ts';

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
