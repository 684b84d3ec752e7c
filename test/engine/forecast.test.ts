import { expect, test } from 'vitest';
import { forecast } from '#server/engine/forecast.ts';
import { plan } from '#server/engine/plan.ts';
import { pipeline } from '../support/fakeNodes/pipeline.ts';
import { catalogue, createWorld } from '../support/fakeNodes/world.ts';

const document = (n: number) =>
  pipeline({
    nodes: { a: ['number', { n }], b: ['add'], side: ['number'], s: ['send'], after: ['need'] },
    wires: ['a.out > b.a', 'b.out > s.a', 's.out > after.a'],
  });

test('tells what a run would do, and the run does it', async () => {
  const world = createWorld();
  await world.start(document(1));
  const { planned } = plan(document(2), catalogue);
  const { cache, history } = world.ports;
  const told = await forecast(planned!, { cache, history, backend: 'fake' });
  const ran = await world.start(document(2));
  for (const [step, { cached, reason }] of told) {
    expect(ran.ends[step]).toBe(cached ? 'cached' : 'finished');
    expect(ran.reasons[step]).toBe(reason.code);
  }
  expect([...told.keys()]).toEqual(['a', 'b', 'side', 's']);
  expect(told.get('a')).toEqual({
    cached: false,
    reason: { code: 'params-changed', params: { params: ['n'], from: 1, to: 2 } },
  });
});
