import { defineFunction } from '../../defineFunction.ts';
export const add = defineFunction({
  name: 'add',
  family: 'arithmetic',
  names: { en: 'ADD', 'pt-BR': 'SOMAR' },
  summary: { en: 'Sum of numbers: a + b.', 'pt-BR': 'Soma de números: a + b.' },
  signature: {
    parameters: [
      { name: 'number', kind: 'number', tolerant: true },
      { name: 'number', kind: 'number', tolerant: true },
    ],
    variadic: true,
    result: 'float64',
  },
  overflows: true,
  duckdb: (args) => args.join(' + '),
  js: () => (a: number, b: number) => a + b,
  examples: [
    { args: [2, 3], result: 5 },
    { args: [1, 2, 3.5], result: 6.5 },
    { args: [1e308, 1e308], result: null },
    { args: [1, null], result: null },
  ],
});
