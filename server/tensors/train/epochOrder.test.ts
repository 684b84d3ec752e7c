import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createPacer } from '#nodes/lib/optimise/pacer.ts';
import { orderEpoch } from './epochOrder.ts';

async function order(rows: number, seed: number, epoch: number, into = new Int32Array(rows)) {
  await orderEpoch(into, seed, epoch, createPacer());
  return [...into];
}

test('every row comes once', async () => {
  await fc.assert(
    fc.asyncProperty(fc.nat(200), fc.nat(), fc.nat(50), async (rows, seed, epoch) => {
      const sorted = (await order(rows, seed, epoch)).sort((a, b) => a - b);
      expect(sorted).toEqual([...Array(rows).keys()]);
    }),
  );
});

test('the order depends on seed and epoch, and not on the epochs before', async () => {
  const reused = new Int32Array(50);
  await order(50, 7, 1, reused);
  const second = await order(50, 7, 2);
  expect(await order(50, 7, 2, reused)).toEqual(second);
  expect(await order(50, 7, 1)).not.toEqual(second);
  expect(await order(50, 8, 2)).not.toEqual(second);
});

test('giving way changes nothing, and a cancel is seen', async () => {
  const rows = 200_000;
  const controller = new AbortController();
  const alwaysDue = createPacer(controller.signal, 0);
  const patient = new Int32Array(rows);
  await orderEpoch(patient, 3, 1, alwaysDue);
  expect([...patient]).toEqual(await order(rows, 3, 1));
  const cancelled = orderEpoch(patient, 3, 2, alwaysDue);
  controller.abort();
  await expect(cancelled).rejects.toBe(controller.signal.reason);
});
