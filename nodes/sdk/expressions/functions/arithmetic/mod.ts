import { defineFunction } from '../../defineFunction.ts';
export const mod = defineFunction({
  name: 'mod',
  family: 'arithmetic',
  names: { en: 'MOD', 'pt-BR': 'MOD' },
  summary: {
    en: 'Remainder of a division, with the sign of the first number: a % b.',
    'pt-BR': 'Resto de uma divisão, com o sinal do primeiro número: a % b.',
  },
  signature: {
    parameters: [
      { name: 'number', kind: 'number' },
      { name: 'divisor', kind: 'number' },
    ],
    result: 'float64',
  },
  overflows: true,
  duckdb: ([a, b]) => `${a} % ${b}`,
  js: () => (a: number, b: number) => a % b,
  examples: [
    { args: [7, 3], result: 1 },
    { args: [-7, 3], result: -1 },
    { args: [5.5, 2], result: 1.5 },
    { args: [7, 0], result: null },
  ],
});
