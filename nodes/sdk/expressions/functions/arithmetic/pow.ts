import { defineFunction } from '../../defineFunction.ts';
export const pow = defineFunction({
  name: 'pow',
  family: 'arithmetic',
  names: { en: 'POWER', 'pt-BR': 'POTÊNCIA' },
  summary: {
    en: 'A number raised to a power: a ^ b.',
    'pt-BR': 'Um número elevado a uma potência: a ^ b.',
  },
  signature: {
    parameters: [
      { name: 'base', kind: 'number' },
      { name: 'exponent', kind: 'number' },
    ],
    result: 'float64',
  },
  overflows: true,
  approximate: true,
  duckdb: ([a, b]) => `pow(${a}, ${b})`,
  js: () => Math.pow,
  examples: [
    { args: [2, 10], result: 1024 },
    { args: [9, 0.5], result: 3 },
    { args: [-8, 0.5], result: null },
    { args: [0, -1], result: null },
  ],
});
