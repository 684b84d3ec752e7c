import fc from 'fast-check';
import { expect, test } from 'vitest';
import { curveKeeper } from '#server/engine/curve.ts';
import { pipeline } from '../support/fakeNodes/pipeline.ts';
import { createWorld } from '../support/fakeNodes/world.ts';

function curveOf(steps: number, longest: number) {
  const keeper = curveKeeper(longest);
  for (let done = 1; done <= steps; done += 1) {
    keeper.take({ done, total: steps, values: { loss: 1 / done } });
  }
  return keeper.points();
}

test('a curve keeps its first and last moment, evenly spaced between, and stays short', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 5_000 }),
      fc.integer({ min: 2, max: 60 }),
      (steps, longest) => {
        const points = curveOf(steps, longest);
        expect(points.length).toBeLessThanOrEqual(longest);
        expect(points[0]).toEqual({ done: 1, loss: 1 });
        expect(points.at(-1)).toEqual({ done: steps, loss: 1 / steps });
        const gaps = points.slice(1, -1).map(({ done = 0 }, at) => done - points[at]!['done']!);
        expect(new Set(gaps).size).toBeLessThanOrEqual(1);
      },
    ),
  );
});

test('a short training is kept whole; progress without figures is no point of it', () => {
  expect(curveOf(50, 400)).toHaveLength(50);
  const keeper = curveKeeper();
  keeper.take({ done: 1, total: 2, unit: 'rows' });
  expect(keeper.points()).toEqual([]);
});

test('a result that is used again tells the same curve as when it was made', async () => {
  const world = createWorld();
  const document = pipeline({ nodes: { a: ['counter', { to: 30 }] } });
  const [made, again] = [await world.start(document), await world.start(document)];
  const curveIn = ({ events }: typeof made) =>
    events.flatMap((event) => ('curve' in event && event.curve ? [event.curve] : []));
  const [curve] = curveIn(made);
  expect(curve).toHaveLength(30);
  expect(curve?.[14]).toEqual({ done: 15, share: 0.5 });
  expect(curveIn(again)).toEqual([curve]);
});
