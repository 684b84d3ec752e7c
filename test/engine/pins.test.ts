import { expect, test } from 'vitest';
import type { Pipeline } from '#schemas/types.ts';
import { forecast } from '#server/engine/forecast.ts';
import { keptPins, pinKey } from '#server/engine/pins.ts';
import { plan } from '#server/engine/plan.ts';
import { pipeline } from '../support/fakeNodes/pipeline.ts';
import { catalogue, createWorld, numberAt } from '../support/fakeNodes/world.ts';

const drawn = (n: number, plus = 0): Pipeline =>
  pipeline({
    nodes: {
      a: ['number', { n }],
      before: ['add'],
      pinned: ['add', { plus }],
      after: ['add', { plus: 100 }],
      beside: ['add', { plus: 7 }],
    },
    wires: [
      'a.out > before.a',
      'before.out > pinned.a',
      'pinned.out > after.a',
      'a.out > beside.a',
    ],
  });

const withPin = (document: Pipeline, pinned: string): Pipeline => ({
  ...document,
  nodes: document.nodes.map((node) => (node.id === 'pinned' ? { ...node, pinned } : node)),
});

/** A world that ran `drawn(1)`, with its middle pinned to what came of it. */
async function pinnedWorld() {
  const world = createWorld();
  await world.start(drawn(1));
  const { key } = world.records.get('pinned')!;
  const stored = world.results.get(key)!;
  await world.ports.cache.put(new Map([[pinKey('add', key), stored]]));
  const start = async (document: Pipeline, options = {}) => {
    const pins = await keptPins(document, world.ports.cache);
    return world.start(document, { pins, ...options });
  };
  return { world, key, start };
}

test('a pinned node keeps its result whatever changes in it or before it', async () => {
  const { key, start } = await pinnedWorld();
  const { ends, reasons } = await start(withPin(drawn(1), key));
  expect(ends).toMatchObject({ pinned: 'cached', after: 'cached', beside: 'cached' });
  expect(reasons['pinned']).toBe('pinned');

  const changed = await start(withPin(drawn(5, 50), key));
  expect(changed.ends).toMatchObject({ pinned: 'cached', after: 'cached', beside: 'finished' });
  expect(numberAt(changed, 'beside')).toBe(12);
  const later = withPin(drawn(5), key);
  const other = later.nodes.map((node) => {
    return node.id === 'after' ? { ...node, params: { plus: 200 } } : node;
  });
  expect(numberAt(await start({ ...later, nodes: other }), 'after')).toBe(201);
});

test('nothing runs for the sake of a pinned node, but what is asked for does', async () => {
  const { key, start } = await pinnedWorld();
  const document = withPin(drawn(5), key);
  const whole = await start(document);
  expect(whole.ends['before']).toBe('skipped');
  expect(whole.reasons['before']).toBe('not-selected');
  // It leads to another node as well.
  expect(whole.ends['a']).toBe('finished');
  const asked = await start(document, { target: ['before', 'after'] });
  expect(asked.ends).toMatchObject({ before: 'finished', pinned: 'cached' });
});

test('what is computed again is computed up to a pinned node, and after it', async () => {
  const { key, start } = await pinnedWorld();
  const document = withPin(drawn(1), key);
  const above = await start(document, { fresh: ['a'] });
  expect(above.ends).toMatchObject({ a: 'finished', pinned: 'cached', after: 'cached' });
  const here = await start(document, { fresh: ['pinned'] });
  expect(here.ends).toMatchObject({ pinned: 'cached', after: 'finished' });
});

test('a pin whose result is not kept is told of and left out of account', async () => {
  const { key, start } = await pinnedWorld();
  for (const lost of ['0'.repeat(64), pinKey('add', key)]) {
    const document = withPin(drawn(2), lost);
    const { ends, events } = await start(document);
    expect(ends['before']).not.toBe('skipped');
    expect(events).toContainEqual(
      expect.objectContaining({ step: 'pinned', code: 'pin-lost', level: 'warning' }),
    );
  }
  const sound = await start(withPin(drawn(2), key));
  expect(sound.events.filter(({ type }) => type === 'node-log')).toEqual([]);
});

test('a result pinned for one type of node is none for another', async () => {
  const { world, key } = await pinnedWorld();
  const document = withPin(drawn(1), key);
  const nodes = document.nodes.map((node) =>
    node.id === 'pinned' ? { ...node, type: 'need', params: {} } : node,
  );
  expect((await keptPins({ ...document, nodes }, world.ports.cache)).top.size).toBe(0);
});

test('once unpinned, a node says why it runs by what it last was', async () => {
  const { world, key, start } = await pinnedWorld();
  await start(withPin(drawn(1, 7), key));
  const { reasons } = await world.start(drawn(1, 7));
  expect(reasons['pinned']).toBe('params-changed');
});

test('a forecast knows pins', async () => {
  const { world, key } = await pinnedWorld();
  const document = withPin(drawn(9), key);
  const pins = await keptPins(document, world.ports.cache);
  const { planned } = plan(document, catalogue, { pins });
  const told = await forecast(planned!, { ...world.ports, backend: 'fake' });
  expect(told.get('pinned')).toEqual({ cached: true, reason: { code: 'pinned' } });
  expect(told.get('after')!.cached).toBe(true);
  expect(told.get('before')).toMatchObject({ skipped: true, reason: { code: 'not-selected' } });
});
