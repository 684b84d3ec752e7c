import { defineFunction } from '../../defineFunction.ts';
export const sub = defineFunction({
  name: 'sub',
  family: 'arithmetic',
  names: { en: 'SUBTRACT', 'pt-BR': 'SUBTRAIR' },
  summary: { en: 'Difference: a - b.', 'pt-BR': 'Diferença: a - b.' },
  signature: {
    parameters: [
      { name: 'number', kind: 'number', tolerant: true },
      { name: 'number', kind: 'number', tolerant: true },
    ],
    result: 'float64',
  },
  overflows: true,
  duckdb: ([a, b]) => `${a} - ${b}`,
  js: () => (a: number, b: number) => a - b,
  examples: [
    { args: [5, 3], result: 2 },
    { args: [1, -4.9], result: 5.9 },
    { args: [null, 1], result: null },
  ],
});
