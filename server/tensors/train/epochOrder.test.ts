import fc from 'fast-check';
import { expect, test } from 'vitest';
import { orderEpoch } from './epochOrder.ts';

const order = (rows: number, seed: number, epoch: number) => [
  ...orderEpoch(new Int32Array(rows), seed, epoch),
];

test('every row comes once', () => {
  fc.assert(
    fc.property(fc.nat(200), fc.nat(), fc.nat(50), (rows, seed, epoch) => {
      const sorted = order(rows, seed, epoch).sort((a, b) => a - b);
      expect(sorted).toEqual([...Array(rows).keys()]);
    }),
  );
});

test('the order depends on seed and epoch, and not on the epochs before', () => {
  const reused = new Int32Array(50);
  orderEpoch(reused, 7, 1);
  expect([...orderEpoch(reused, 7, 2)]).toEqual(order(50, 7, 2));
  expect(order(50, 7, 2)).not.toEqual(order(50, 7, 1));
  expect(order(50, 8, 2)).not.toEqual(order(50, 7, 2));
});
