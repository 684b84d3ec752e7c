import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lossOf } from './losses.ts';

const binary = lossOf({ task: 'classification', outputs: 1 });
const softmax = lossOf({ task: 'classification', outputs: 3 });
const squared = lossOf({ task: 'regression', outputs: 1 });

function rowsOf(logits: number[], targets: number[], weights?: number[]) {
  return {
    logits: Float32Array.from(logits),
    targets: Float64Array.from(targets),
    weights: weights && Float64Array.from(weights),
    rows: targets.length,
  };
}

// Golden values: mpmath with 30 digits.
test('softmax cross-entropy equals its definition', () => {
  const rows = rowsOf([0.5, -1.25, 2, 3, 3, -3], [2, 1]);
  expect(softmax(rows, 1)).toBeCloseTo(0.9270077723577602, 12);
});

test('binary cross-entropy equals its definition', () => {
  expect(binary(rowsOf([0.5, -1.25, 20], [1, 0, 0]), 1)).toBeCloseTo(20.72600606758663, 12);
});

test('squared error is weighted by row', () => {
  expect(squared(rowsOf([1, 2], [3, -1], [1, 10]), 1)).toBe(4 + 90);
});

test.each([
  ['binary', binary, [1e4, -1e4], [0, 1], 2e4],
  ['softmax', softmax, [1e4, 0, -1e4], [2], 2e4],
] as const)(
  '%s loss of a hopeless logit is large and finite',
  (_name, loss, logits, targets, sum) => {
    const gradient = new Float32Array(logits.length);
    expect(loss(rowsOf([...logits], [...targets]), 1, gradient)).toBeCloseTo(sum, 6);
    expect([...gradient].every((value) => Math.abs(value) <= 1)).toBe(true);
  },
);

test.each([
  ['binary', binary, 1],
  ['softmax', softmax, 3],
  ['squared', squared, 1],
] as const)('%s loss of a NaN is NaN, so that divergence is seen', (_name, loss, width) => {
  for (let at = 0; at < width; at++) {
    const logits = Array.from({ length: width }, () => 0);
    logits[at] = NaN;
    expect(loss(rowsOf(logits, [0]), 1)).toBeNaN();
  }
});

test.each([
  ['binary', binary, 1, 2],
  ['softmax', softmax, 3, 3],
  ['squared', squared, 1, 5],
] as const)('gradient of the %s loss is its slope', (_name, loss, width, targets) => {
  const logit = fc.integer({ min: -64, max: 64 }).map((value) => value / 16);
  const row = fc.record({
    logits: fc.array(logit, { minLength: width, maxLength: width }),
    target: fc.nat(targets - 1),
    weight: fc.constantFrom(0, 0.5, 3),
  });
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 4 }), (rows) => {
      const at = (shift: number, where: number) =>
        loss(
          rowsOf(
            rows.flatMap((r) => r.logits).map((z, i) => (i === where ? z + shift : z)),
            rows.map((r) => r.target),
            rows.map((r) => r.weight),
          ),
          0.25,
          gradient,
        );
      const gradient = new Float32Array(rows.length * width);
      at(0, -1);
      const given = gradient.slice();
      // A step that Float32 logits hold exactly.
      const step = 2 ** -10;
      for (let i = 0; i < given.length; i++) {
        const slope = (at(step, i) - at(-step, i)) / (2 * step);
        expect(given[i]).toBeCloseTo(0.25 * slope, 4);
      }
    }),
  );
});
