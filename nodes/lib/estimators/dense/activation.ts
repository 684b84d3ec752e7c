import { sigmoid, softmax } from '../softmax.ts';

export type Activation = 'linear' | 'relu' | 'elu' | 'tanh' | 'sigmoid' | 'softmax';

/** Applies the function in place, to each value or (softmax) to all of them together. */
export function activate(activation: Activation, values: Float64Array): void {
  if (activation === 'softmax') return softmax(values);
  const each = functions[activation];
  for (let i = 0; i < values.length; i++) values[i] = each(values[i]!);
}

const functions: { readonly [name in Exclude<Activation, 'softmax'>]: (x: number) => number } = {
  linear: (x) => x,
  relu: (x) => (x > 0 ? x : 0),
  elu: (x) => (x > 0 ? x : Math.expm1(x)),
  tanh: Math.tanh,
  sigmoid,
};
