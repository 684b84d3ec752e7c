import { defineFunction } from '../../defineFunction.ts';
export const exp = defineFunction({
  name: 'exp',
  family: 'arithmetic',
  names: { en: 'EXP', 'pt-BR': 'EXP' },
  summary: { en: 'e raised to the number.', 'pt-BR': 'e elevado ao número.' },
  signature: { parameters: [{ name: 'number', kind: 'number' }], result: 'float64' },
  overflows: true,
  approximate: true,
  duckdb: ([a]) => `exp(${a})`,
  js: () => Math.exp,
  examples: [
    { args: [0], result: 1 },
    { args: [1], result: 2.718281828459045 },
    { args: [1000], result: null },
  ],
});
