import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rowWeights } from './rowWeights.ts';

const data = (y: number[], weights?: number[]) => ({
  x: { rows: y.length, columns: 0, data: new Float32Array(0) },
  y: Float64Array.from(y),
  ...(weights ? { weights: Float64Array.from(weights) } : {}),
});

test('rows without weights have none', () => {
  expect(rowWeights(data([0, 1]), undefined)).toBeUndefined();
});

test('a row weighs its own weight times that of its class, with mean 1', () => {
  const weights = rowWeights(data([0, 1, 1], [1, 1, 2]), Float64Array.of(3, 1));
  expect([...weights!]).toEqual([1.5, 0.5, 1]);
});

test('twice all weights is the same task, to the bit', () => {
  const weight = fc.double({ min: 0, max: 1e6, noNaN: true });
  fc.assert(
    fc.property(fc.array(weight, { minLength: 1 }), (weights) => {
      fc.pre(weights.some((w) => w > 1e-300));
      const y = weights.map(() => 0);
      const twice = weights.map((w) => 2 * w);
      expect(rowWeights(data(y, twice), undefined)).toEqual(
        rowWeights(data(y, weights), undefined),
      );
    }),
  );
});

test.each([[[-1, 2]], [[NaN, 2]], [[Infinity, 2]], [[0, 0]]])(
  'weights %j are refused',
  (weights) => {
    expect(() => rowWeights(data([0, 0], weights), undefined)).toThrow(RangeError);
  },
);
