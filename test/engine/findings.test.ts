import { expect, test } from 'vitest';
import { pipeline } from '../support/fakeNodes/pipeline.ts';
import { createWorld, type Ran } from '../support/fakeNodes/world.ts';

const said = ({ events }: Ran) =>
  events.flatMap((event) =>
    event.type === 'node-log' ? [{ step: event.step, code: event.code, params: event.params }] : [],
  );

const document = (aloud: boolean) =>
  pipeline({
    nodes: { a: ['rows'], b: ['counted', { aloud }], c: ['centre-aloud'] },
    wires: ['a.table > b.table', 'b.table > c.table'],
  });

test('a plan node says what it found in its rows, and a fitted one what it learned', async () => {
  const world = createWorld();
  const ran = await world.start(document(true));
  expect(ran.ends).toEqual({ a: 'finished', b: 'finished', c: 'finished' });
  expect(said(ran)).toEqual([
    { step: 'b', code: 'counted.rows', params: { columns: 1 } },
    { step: 'c', code: 'centre-aloud.mean', params: { mean: expect.any(Number) as unknown } },
  ]);
  expect(world.asked.queries).toBe(2);
});

test('nothing is asked where nothing is to be found, nor again from the cache', async () => {
  const world = createWorld();
  expect(said(await world.start(document(false))).map(({ step }) => step)).toEqual(['c']);
  expect(world.asked.queries).toBe(1);
  const again = await world.start(document(false));
  expect(again.ends).toEqual({ a: 'cached', b: 'cached', c: 'cached' });
  // What was learned is still true, so it is said again.
  expect(said(again).map(({ step }) => step)).toEqual(['c']);
  expect(world.asked.queries).toBe(1);
});

test('what is found changes neither the table nor its recipe', async () => {
  const [aloud, quiet] = [createWorld(), createWorld()];
  await aloud.start(document(true));
  await quiet.start(document(false));
  const [first, second] = [aloud, quiet].map(({ results }) =>
    [...results.values()].map((result) => ({ ...result, notes: undefined })),
  );
  expect(first).toEqual(second);
  expect(first).toHaveLength(3);
});
