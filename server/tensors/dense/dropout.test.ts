import { expect, test } from 'vitest';
import { dropoutMasks } from './dropout.ts';

test('drops its share and keeps the expectation', () => {
  const mask = dropoutMasks(0.3, 1, 0)(100_000);
  const dropped = mask.filter((value) => value === 0).length;
  // Standard error 145.
  expect(Math.abs(dropped - 30_000)).toBeLessThan(700);
  expect([...new Set(mask)].sort((a, b) => a - b)).toEqual([0, Math.fround(1 / 0.7)]);
});

test('no mask comes twice, and no two layers share one', () => {
  const draw = dropoutMasks(0.5, 1, 0);
  const first = [...draw(64)];
  expect([...draw(64)]).not.toEqual(first);
  expect([...dropoutMasks(0.5, 1, 1)(64)]).not.toEqual(first);
  expect([...dropoutMasks(0.5, 1, 0)(64)]).toEqual(first);
});

test('a mask drawn in parts is the mask drawn at once', () => {
  const [whole, parts] = [dropoutMasks(0.5, 9, 2), dropoutMasks(0.5, 9, 2)];
  expect([...parts(24), ...parts(40)]).toEqual([...whole(64)]);
});
