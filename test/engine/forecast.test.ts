import fc from 'fast-check';
import { expect, test } from 'vitest';
import { downstream } from '#schemas/graph.ts';
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
  const told = await forecast(planned!, { ...world.ports, backend: 'fake' });
  const ran = await world.start(document(2));
  for (const [step, { cached, reason }] of told) {
    expect(ran.ends[step]).toBe(cached ? 'cached' : 'finished');
    expect(ran.reasons[step]).toBe(reason.code);
  }
  expect([...told.keys()].sort()).toEqual(['a', 'after', 'b', 's', 'side']);
  expect(told.get('a')).toEqual({
    cached: false,
    reason: { code: 'params-changed', params: { params: ['n'], from: 1, to: 2 } },
  });
});

/** Any graph of additions, each node wired to earlier ones only. */
const graphs = fc
  .array(fc.tuple(fc.option(fc.nat()), fc.option(fc.nat())), { minLength: 1, maxLength: 12 })
  .map((links) => {
    const name = (at: number) => `n${at}`;
    const wires = links.flatMap((link, at) =>
      link.flatMap((from, port) =>
        from === null || at === 0 ? [] : [`${name(from % at)}.out > ${name(at)}.${'ab'[port]!}`],
      ),
    );
    // Every node has a setting of its own, so that no two have one result.
    const nodes = Object.fromEntries(
      links.map((_, at) => [name(at), ['add', { plus: 100 + at }] as const]),
    );
    return pipeline({ nodes, wires: [...new Set(wires)] });
  });

test('after one edit, exactly the node and what follows it is said to run', async () => {
  await fc.assert(
    fc.asyncProperty(graphs, fc.nat(), async (before, at) => {
      const world = createWorld();
      await world.start(before);
      const { id } = before.nodes[at % before.nodes.length]!;
      const after = {
        ...before,
        nodes: before.nodes.map((node) =>
          node.id === id ? { ...node, params: { plus: 1 } } : node,
        ),
      };
      const { planned } = plan(after, catalogue);
      const told = await forecast(planned!, { ...world.ports, backend: 'fake' });
      const toRun = [...told].filter(([, { cached }]) => !cached).map(([step]) => step);
      expect(toRun.sort()).toEqual([...downstream(after, [id])].sort());
    }),
    { numRuns: 60 },
  );
});
