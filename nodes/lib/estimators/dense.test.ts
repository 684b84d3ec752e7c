import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Matrix } from '../matrix.ts';
import type { Activation } from './dense/activation.ts';
import {
  type DenseLayer,
  type DenseNetwork,
  denseNetwork,
  denseState,
  predictor,
} from './dense.ts';

// Golden answers: the same networks in NumPy; the softmax one also by scikit-learn's MLPClassifier.
const weight = (i: number, j: number, depth: number) =>
  Math.fround(((7919 * (i * 31 + j + 100 * depth)) % 1009) / 504.5 - 1);

function layer(index: number, inputs: number, units: number, activation: Activation): DenseLayer {
  const at = (i: number) => weight(Math.floor(i / units), i % units, index);
  return {
    inputs,
    units,
    activation,
    weights: Float32Array.from({ length: inputs * units }, (_, i) => at(i)),
    bias: Float32Array.from({ length: units }, (_, j) => weight(77, j, index)),
  };
}

const x: Matrix = {
  rows: 3,
  columns: 5,
  data: Float32Array.from({ length: 15 }, (_, i) => ((6007 * i) % 1009) / 252.25 - 2),
};

const networks: { [name: string]: DenseNetwork } = {
  softmax: {
    task: 'classification',
    layers: [layer(0, 5, 7, 'relu'), layer(1, 7, 3, 'softmax')],
  },
  sigmoid: {
    task: 'classification',
    layers: [layer(0, 5, 4, 'tanh'), layer(1, 4, 6, 'elu'), layer(2, 6, 1, 'sigmoid')],
  },
  regression: {
    task: 'regression',
    layers: [layer(0, 5, 6, 'sigmoid'), layer(1, 6, 1, 'linear')],
    targetScale: { mean: 10, std: 2 },
  },
};

const expected: { [name: string]: number[] } = {
  softmax: [
    0.1673876495, 0.7898085058, 0.0428038447, 0.1908787166, 0.6506706273, 0.1584506561, 0.095697442,
    0.6098897843, 0.2944127737,
  ],
  sigmoid: [0.7212589101, 0.6978675429, 0.7608489264].flatMap((p) => [1 - p, p]),
  regression: [0.3280533311, -0.1625558473, 0.0163696509].map((z) => 10 + 2 * z),
};

describe('predictor', () => {
  it.each(Object.keys(networks))('computes the forward pass: %s', (name) => {
    const model = predictor(denseState(networks[name]!));
    const answers = model.predict(x);
    expect(answers).toHaveLength(3 * model.outputs);
    expected[name]!.forEach((value, i) => expect(answers[i]).toBeCloseTo(value, 9));
  });

  it.each(Object.keys(networks))('gives a row the same bits as a table: %s', (name) => {
    const model = predictor(denseState(networks[name]!));
    const value = fc.double({ noNaN: true, noDefaultInfinity: true });
    const row = fc.array(value, { minLength: 5, maxLength: 5 });
    const out = new Float64Array(model.outputs);
    fc.assert(
      fc.property(fc.array(row), (rows) => {
        const data = Float64Array.from(rows.flat());
        const bulk = model.predict({ rows: rows.length, columns: 5, data });
        rows.forEach((each, i) => {
          model.predictRow(each, out);
          expect(out).toEqual(bulk.slice(i * out.length, (i + 1) * out.length));
        });
      }),
    );
  });

  it('does not overflow for enormous values', () => {
    const model = predictor(denseState(networks['softmax']!));
    const out = new Float64Array(3);
    model.predictRow([1e308, -1e308, 1e30, 0, -1e30], out);
    expect(out.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 12);
  });
});

describe('denseState', () => {
  it('survives JSON and comes back as the same network', () => {
    const network = networks['regression']!;
    const state = denseState(network);
    const json = JSON.parse(JSON.stringify(state.json)) as typeof state.json;
    expect(denseNetwork({ ...state, json })).toEqual(network);
    expect(Object.keys(state.arrays)).toEqual(['w0', 'b0', 'w1', 'b1']);
  });

  it('refuses layers that do not fit together', () => {
    const good = networks['softmax']!.layers;
    const check = (layers: readonly DenseLayer[], task: DenseNetwork['task'] = 'classification') =>
      expect(() => denseState({ task, layers }));
    check([]).toThrow('at least one layer');
    check([good[0]!, layer(1, 6, 3, 'softmax')]).toThrow('takes 6 values, but gets 7');
    check([{ ...good[0]!, bias: new Float32Array(2) }]).toThrow('Layer 0 (5 × 7)');
    check(good, 'regression').toThrow('one output, not 3');
  });
});
