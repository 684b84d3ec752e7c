import { expect, test } from 'vitest';
import { initialParameters } from './initialise.ts';
import { biasOf, kernelOf, layoutOf } from './layout.ts';

const layer = (units: number, activation: string) => ({ units, activation, dropout: 0 });

function initial(units: number[], seed: number, activation = 'relu') {
  const layers = units.slice(1, -1).map((count) => layer(count, activation));
  const layout = layoutOf({ inputs: units[0]!, outputs: units.at(-1)!, layers });
  const parameters = initialParameters(layout, seed);
  return layout.layers.map((each) => ({
    kernel: kernelOf(parameters, each),
    bias: biasOf(parameters, each),
  }));
}

const variance = (values: Float32Array) =>
  values.reduce((sum, v) => sum + v * v, 0) / values.length;

test.each([
  ['relu', 2 / 100],
  ['tanh', 2 / 400],
])('kernels before %s have the variance of their scheme, biases are 0', (activation, expected) => {
  const [hidden] = initial([100, 300, 1], 1, activation);
  // 30,000 draws: the standard error of a uniform's variance is 0.5%.
  expect(variance(hidden!.kernel) / expected).toBeCloseTo(1, 1);
  expect(Math.max(...hidden!.kernel)).toBeLessThanOrEqual(Math.sqrt(3 * expected));
  expect(hidden!.bias.every((value) => value === 0)).toBe(true);
});

test('two layers of one shape start different', () => {
  const [first, second] = initial([8, 8, 8, 1], 1);
  expect(first!.kernel).not.toEqual(second!.kernel);
});

test('a layer more changes no layer before it', () => {
  expect(initial([8, 8, 8, 4], 1)[0]).toEqual(initial([8, 8, 4], 1)[0]);
});

test('another seed, other parameters', () => {
  expect(initial([8, 4], 1)[0]).toEqual(initial([8, 4], 1)[0]);
  expect(initial([8, 4], 1)[0]).not.toEqual(initial([8, 4], 2)[0]);
});
