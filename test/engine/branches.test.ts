import { describe, expect, test } from 'vitest';
import { letters } from '../support/fakeNodes/control.ts';
import { pipeline } from '../support/fakeNodes/pipeline.ts';
import { createWorld, numberAt } from '../support/fakeNodes/world.ts';

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
