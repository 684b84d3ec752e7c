import { expect, test } from 'vitest';
import { validate } from '#schemas/validate.ts';
import { pipeline } from '../support/fakeNodes/pipeline.ts';
import { actor, eventsOf, services, temporaryHome } from '../support/services.ts';

const chain = (n = 1) =>
  pipeline({
    nodes: { first: ['fake-number', { n }], second: ['fake-number', { n: 10 }] },
    wires: ['first.out > second.a'],
  });

test('a run gives a result, numbered events and reasons', async () => {
  const esteira = await services(await temporaryHome());
  const run = await esteira.runs.start(actor, { source: { document: chain() } });
  expect(run).toMatchObject({ status: 'queued', seed: 1, trigger: 'person', pipeline: null });
  const result = await esteira.runs.finished(actor, run.id);
  expect(validate('run-result', result)).toEqual([]);
  expect(result).toMatchObject({
    run: run.id,
    status: 'done',
    seed: 1,
    nodes: {
      first: { status: 'done', reason: { code: 'first-run' }, report: { metrics: { n: 1 } } },
      second: { status: 'done', reason: { code: 'first-run' }, report: { metrics: { n: 11 } } },
    },
  });
  const events = await eventsOf(esteira, run.id);
  expect(events.flatMap((event) => validate('run-event', event))).toEqual([]);
  expect(events.map((event) => event.seq)).toEqual(events.map((_, at) => at + 1));
  expect(events[0]!.type).toBe('run-queued');
  expect(events.at(-1)!.type).toBe('run-finished');
});

test('the same again comes from the cache; a changed parameter runs what depends on it', async () => {
  const esteira = await services(await temporaryHome());
  const start = async (n: number) => {
    const run = await esteira.runs.start(actor, { source: { document: chain(n) } });
    return (await esteira.runs.finished(actor, run.id)).nodes;
  };
  await start(1);
  expect(await start(1)).toMatchObject({
    first: { status: 'cached', reason: { code: 'unchanged' }, report: { metrics: { n: 1 } } },
    second: { status: 'cached', reason: { code: 'unchanged' }, report: { metrics: { n: 11 } } },
  });
  expect(await start(2)).toMatchObject({
    first: { status: 'done', reason: { code: 'params-changed' } },
    second: { status: 'done', reason: { code: 'input-changed' }, report: { metrics: { n: 12 } } },
  });
});
