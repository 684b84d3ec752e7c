import { expect, test } from 'vitest';
import { earlyStopping } from './earlyStopping.ts';

/** Feeds losses until told to stop; the parameters of epoch n are [n]. */
function watch(patience: number, losses: number[]) {
  const stopping = earlyStopping(patience);
  let seen = 0;
  for (const loss of losses) {
    seen++;
    if (stopping.observe(seen, loss, () => Float32Array.of(seen))) break;
  }
  return { seen, best: stopping.best() };
}

test('stops after as many epochs without a lower loss as the patience, and keeps the best', () => {
  expect(watch(2, [5, 3, 4, 3, 1])).toEqual({
    seen: 4,
    best: { epoch: 2, parameters: Float32Array.of(2) },
  });
});

test('a lower loss starts the wait anew', () => {
  expect(watch(2, [5, 6, 4, 5, 3, 4]).seen).toBe(6);
});

test('a loss that is not a number is never the best', () => {
  expect(watch(3, [NaN, 2, NaN]).best?.epoch).toBe(2);
});

test('without patience nothing stops and nothing is kept', () => {
  expect(watch(0, [1, 2, 3, 4])).toEqual({ seen: 4, best: undefined });
});
