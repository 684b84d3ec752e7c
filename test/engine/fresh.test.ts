import { expect, test } from 'vitest';
import { plan } from '#server/engine/plan.ts';
import { letters } from '../support/fakeNodes/control.ts';
import { definition, pipeline } from '../support/fakeNodes/pipeline.ts';
import { catalogue, createWorld } from '../support/fakeNodes/world.ts';

const chain = pipeline({
  nodes: { a: ['number', { n: 1 }], b: ['add'], c: ['add'], side: ['add'] },
  wires: ['a.out > b.a', 'b.out > c.a', 'a.out > side.a'],
});

test('what is asked for and all that follows is computed again, the rest is not', async () => {
  const world = createWorld();
  await world.start(chain);
  const { ends, reasons } = await world.start(chain, { fresh: ['b'] });
  expect(ends).toEqual({ a: 'cached', b: 'finished', c: 'finished', side: 'cached' });
  expect(reasons).toMatchObject({ b: 'asked-for', c: 'asked-for', side: 'unchanged' });
  expect((await world.start(chain)).finished).toEqual([]);
});

test('running from here takes what follows and what that needs, and no more', async () => {
  const world = createWorld();
  await world.start(chain);
  const { ends } = await world.start(chain, { target: ['b', 'c'], fresh: ['b'] });
  expect(ends).toEqual({ a: 'cached', b: 'finished', c: 'finished', side: 'skipped' });
});

test('a cause of its own is said before the wish', async () => {
  const world = createWorld();
  await world.start(chain);
  const changed = pipeline({
    nodes: { a: ['number', { n: 2 }], b: ['add'] },
    wires: ['a.out > b.a'],
  });
  const { reasons } = await world.start(changed, { fresh: ['a'] });
  expect(reasons).toEqual({ a: 'params-changed', b: 'input-changed' });
});

test('what is inside a subflow is computed again with its node', async () => {
  const world = createWorld();
  const document = pipeline({
    nodes: { p: ['part', { definition: 'd' }] },
    definitions: {
      d: definition({ nodes: { x: ['number', { n: 1 }] }, outputs: ['out: report < x.out'] }),
    },
  });
  await world.start(document);
  const { ends } = await world.start(document, { fresh: ['p'] });
  expect(ends).toEqual({ 'p/x': 'finished', p: 'finished' });
});

test('a run that goes on after a wait computes nothing twice, and acts once', async () => {
  const world = createWorld();
  const document = pipeline({
    nodes: { a: ['number', { n: 3 }], sent: ['send'], ask: ['approve'], yes: ['need'] },
    wires: ['a.out > ask.a', 'a.out > sent.a', 'ask.yes > yes.a'],
  });
  await world.start(document);
  letters.length = 0;
  const first = await world.start(document, { run: 'r', fresh: ['a'] });
  expect(first.ends).toMatchObject({ a: 'finished', sent: 'finished', ask: 'waiting' });
  const second = await world.start(document, {
    run: 'r',
    fresh: ['a'],
    done: new Set(first.finished),
    answers: new Map([['ask', { approved: true }]]),
  });
  expect(second.ends).toMatchObject({ a: 'cached', sent: 'cached', yes: 'finished' });
  expect(letters).toHaveLength(1);
});

test('a node that is not there cannot be asked for', () => {
  const { errors } = plan(chain, catalogue, { fresh: ['nobody'] });
  expect(errors?.map(({ code }) => code)).toEqual(['node-unknown']);
});
