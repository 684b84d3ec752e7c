import { defineFunction } from '../../defineFunction.ts';
export const mul = defineFunction({
  name: 'mul',
  family: 'arithmetic',
  names: { en: 'MULTIPLY', 'pt-BR': 'MULTIPLICAR' },
  summary: { en: 'Product of numbers: a * b.', 'pt-BR': 'Produto de números: a * b.' },
  signature: {
    parameters: [
      { name: 'number', kind: 'number', tolerant: true },
      { name: 'number', kind: 'number', tolerant: true },
    ],
    variadic: true,
    result: 'float64',
  },
  overflows: true,
  duckdb: (args) => args.join(' * '),
  js: () => (a: number, b: number) => a * b,
  examples: [
    { args: [4, 2.5], result: 10 },
    { args: [2, 3, 4], result: 24 },
    { args: [1e200, 1e200], result: null },
  ],
});
