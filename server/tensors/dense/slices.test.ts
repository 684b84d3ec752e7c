import fc from 'fast-check';
import { expect, test } from 'vitest';
import { layoutOf } from './layout.ts';
import { rowsPerSlice } from './slices.ts';

test('a slice stays within its operations and bytes, and never below a few rows', () => {
  const width = fc.integer({ min: 1, max: 5000 });
  fc.assert(
    fc.property(width, width, fc.constantFrom(1e7, 2e8), (inputs, units, flops) => {
      const layers = [{ units, activation: 'relu', dropout: 0 }];
      const layout = layoutOf({ inputs, outputs: 1, layers });
      const { sliceRows, evaluateRows } = rowsPerSlice(layout.layers, flops);
      expect(sliceRows).toBeGreaterThanOrEqual(16);
      expect(evaluateRows).toBeGreaterThanOrEqual(sliceRows);
      if (sliceRows === 16) return;
      expect(sliceRows * 6 * (inputs + 1) * units).toBeLessThanOrEqual(flops);
      expect(evaluateRows * 4 * (inputs + 5 * units)).toBeLessThanOrEqual(64e6);
    }),
  );
});
