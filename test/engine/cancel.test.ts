import { expect, test } from 'vitest';
import { definition, pipeline } from '../support/fakeNodes/pipeline.ts';
import { createWorld } from '../support/fakeNodes/world.ts';

function abortAfter(ms: number): AbortSignal {
  const controller = new AbortController();
  setTimeout(() => controller.abort(), ms);
  return controller.signal;
}

test('stops what runs, skips what waits, keeps what is done', async () => {
  const world = createWorld();
  const document = pipeline({
    nodes: {
      a: ['number'],
      s: ['sleep', { ms: 60_000 }],
      t: ['sleep', { ms: 60_000 }],
      u: ['sleep', { ms: 60_000 }],
      after: ['add'],
    },
    wires: ['a.out > s.a', 's.out > after.a'],
  });
  const { ends, reasons, outcome } = await world.start(document, { signal: abortAfter(50) });
  expect(outcome.status).toBe('cancelled');
  // Two work at once, and which two is a matter of who came first.
  const { a, after, ...sleepers } = ends;
  expect([a, after]).toEqual(['finished', 'skipped']);
  expect(Object.values(sleepers).sort()).toEqual(['cancelled', 'cancelled', 'skipped']);
  expect(reasons['after']).toBe('run-cancelled');
  const again = await world.start(document, { target: ['a'] });
  expect(again.ends['a']).toBe('cached');
});

test('does not wait for a step that does not listen', async () => {
  const document = pipeline({
    nodes: { s: ['stubborn', { ms: 5000 }], after: ['add'] },
    wires: ['s.out > after.a'],
  });
  const { ends, outcome, events } = await createWorld().start(document, { signal: abortAfter(20) });
  expect(outcome.status).toBe('cancelled');
  expect(ends).toEqual({ s: 'cancelled', after: 'skipped' });
  expect(events.at(-1)).toEqual({ type: 'run-finished', status: 'cancelled' });
});

test('reaches child runs, which end before their parent does', async () => {
  const document = pipeline({
    nodes: { p: ['part', { definition: 'd' }] },
    definitions: {
      d: definition({ nodes: { s: ['stubborn', { ms: 5000 }], t: ['sleep', { ms: 60_000 }] } }),
    },
  });
  const { events, outcome } = await createWorld().start(document, { signal: abortAfter(30) });
  const ended = events.flatMap((event) => (event.type === 'node-cancelled' ? [event.step] : []));
  expect(ended).toEqual(['p/t', 'p/s', 'p']);
  expect(outcome.status).toBe('cancelled');
});

test('before it began', async () => {
  const document = pipeline({ nodes: { a: ['number'] } });
  const { ends, outcome } = await createWorld().start(document, { signal: AbortSignal.abort() });
  expect(ends).toEqual({ a: 'skipped' });
  expect(outcome.status).toBe('cancelled');
});
