import { expect, test } from 'vitest';
import { pipeline } from '../support/fakeNodes/pipeline.ts';
import { actor, eventsOf, services, sharedServices, temporaryHome } from '../support/services.ts';

const approval = pipeline({
  nodes: {
    work: ['fake-number', { n: 7 }],
    ask: ['fake-ask'],
    after: ['fake-number', { n: 1 }],
    beside: ['fake-save', { name: 'seven.txt' }],
  },
  wires: ['work.out > ask.a', 'ask.out > after.a', 'work.out > beside.a'],
});

const shared = sharedServices();

test('a run that waits survives a restart and goes on from what it has done', async () => {
  const home = await temporaryHome();
  const before = await services(home);
  const run = await before.runs.start(actor, { source: { document: approval } });
  const waiting = await before.runs.finished(actor, run.id);
  expect(waiting).toMatchObject({
    status: 'waiting',
    nodes: {
      work: { status: 'done' },
      ask: { status: 'waiting' },
      after: { status: 'skipped', reason: { code: 'upstream-waiting' } },
      beside: { status: 'done' },
    },
  });
  await before.close();

  const esteira = await services(home);
  expect(await esteira.runs.get(actor, run.id)).toMatchObject({
    status: 'waiting',
    finishedAt: null,
  });
  const [ask] = await esteira.runs.asks(actor, run.id);
  expect(ask).toMatchObject({ step: 'ask', message: 'May it?' });
  await esteira.runs.answer(actor, run.id, 'ask', { approved: true });
  const done = await esteira.runs.finished(actor, run.id);
  expect(done).toMatchObject({
    status: 'done',
    nodes: {
      work: { status: 'done', reason: { code: 'first-run' } },
      ask: { status: 'done' },
      after: { status: 'done', report: { metrics: { n: 8 } } },
      // An effect is not repeated because somebody else was waited for.
      beside: { status: 'done' },
    },
  });
  const events = await eventsOf(esteira, run.id);
  expect(events.map((event) => event.seq)).toEqual(events.map((_, at) => at + 1));
  const saves = events.filter((event) => 'step' in event && event.step === 'beside');
  expect(saves.map((event) => event.type)).toEqual([
    'node-queued',
    'node-started',
    'node-finished',
    'node-cached',
  ]);
  expect(await esteira.runs.asks(actor, run.id)).toEqual([]);
});

test('a refusal ends the run in the words of the answer', async () => {
  const { esteira } = shared;
  const run = await esteira.runs.start(actor, { source: { document: approval } });
  await esteira.runs.finished(actor, run.id);
  await esteira.runs.answer(actor, run.id, 'ask', { approved: false, comment: 'too dear' });
  const result = await esteira.runs.finished(actor, run.id);
  expect(result).toMatchObject({
    status: 'failed',
    error: { code: 'fake-ask.refused', node: 'ask', params: { comment: 'too dear' } },
    nodes: { after: { status: 'skipped' } },
  });
});

test('an answer is taken once, by the run and the step that ask', async () => {
  const { esteira } = shared;
  const run = await esteira.runs.start(actor, { source: { document: approval } });
  await esteira.runs.finished(actor, run.id);
  const answer = (step: string) => esteira.runs.answer(actor, run.id, step, { approved: true });
  await expect(answer('work')).rejects.toMatchObject({ code: 'not-waiting' });
  await answer('ask');
  await expect(answer('ask')).rejects.toMatchObject({ code: 'not-waiting' });
  expect((await esteira.runs.finished(actor, run.id)).status).toBe('done');
});

test('two questions are answered in any order, one while the other branch works', async () => {
  const { esteira } = shared;
  const document = pipeline({
    nodes: {
      slow: ['fake-sleep', { ms: 700 }],
      one: ['fake-ask'],
      two: ['fake-ask'],
      after: ['fake-number'],
    },
    wires: ['slow.out > two.a', 'one.out > after.a'],
  });
  const run = await esteira.runs.start(actor, { source: { document } });
  for await (const event of esteira.runs.events(actor, run.id)) {
    if (event.type === 'node-waiting' && event.step === 'one') break;
  }
  expect((await esteira.runs.get(actor, run.id)).status).toBe('running');
  await esteira.runs.answer(actor, run.id, 'one', { approved: true });
  for await (const event of esteira.runs.events(actor, run.id)) {
    if (event.type === 'node-finished' && event.step === 'after') break;
  }
  expect((await esteira.runs.finished(actor, run.id)).nodes['two']).toMatchObject({
    status: 'waiting',
  });
  await esteira.runs.answer(actor, run.id, 'two', { approved: true });
  expect((await esteira.runs.finished(actor, run.id)).status).toBe('done');
});

test('a waiting run can be cancelled', async () => {
  const { esteira } = shared;
  const run = await esteira.runs.start(actor, { source: { document: approval } });
  await esteira.runs.finished(actor, run.id);
  expect(await esteira.runs.cancel(actor, run.id)).toMatchObject({ status: 'cancelled' });
  const result = await esteira.runs.result(actor, run.id);
  expect(result.nodes['ask']).toMatchObject({ status: 'cancelled' });
  expect((await eventsOf(esteira, run.id)).at(-1)).toMatchObject({ status: 'cancelled' });
  const late = esteira.runs.answer(actor, run.id, 'ask', { approved: true });
  await expect(late).rejects.toMatchObject({ code: 'not-waiting' });
});

test('what a run was asked to compute again is computed once, though it waits in between', async () => {
  const { esteira } = shared;
  const whole = async (fresh: string[]) => {
    const { id } = await esteira.runs.start(actor, { source: { document: approval }, fresh });
    await esteira.runs.finished(actor, id);
    await esteira.runs.answer(actor, id, 'ask', { approved: true });
    await esteira.runs.finished(actor, id);
    return eventsOf(esteira, id);
  };
  await whole([]);
  const events = await whole(['work']);
  const said = events.filter((event) => 'step' in event && event.step === 'work');
  expect(said.filter(({ type }) => type === 'node-finished')).toHaveLength(1);
  expect(said.find(({ type }) => type === 'node-started')).toMatchObject({
    reason: { code: 'asked-for' },
  });
  expect(said.at(-1)!.type).toBe('node-cached');
});
