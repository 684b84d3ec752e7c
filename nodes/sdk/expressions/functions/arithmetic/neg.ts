import { defineFunction } from '../../defineFunction.ts';
export const neg = defineFunction({
  name: 'neg',
  family: 'arithmetic',
  names: { en: 'NEGATE', 'pt-BR': 'NEGATIVO' },
  summary: {
    en: 'The number with the other sign: -a.',
    'pt-BR': 'O número com o outro sinal: -a.',
  },
  signature: {
    parameters: [{ name: 'number', kind: 'number', tolerant: true }],
    result: 'float64',
  },
  duckdb: ([a]) => `-(${a})`,
  js: () => (a: number) => -a,
  examples: [
    { args: [3], result: -3 },
    { args: [-2.5], result: 2.5 },
    { args: [null], result: null },
  ],
});
