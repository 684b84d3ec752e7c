import { defineFunction } from '../../defineFunction.ts';
export const floor = defineFunction({
  name: 'floor',
  family: 'arithmetic',
  names: { en: 'FLOOR', 'pt-BR': 'PISO' },
  summary: {
    en: 'The nearest whole number at or below.',
    'pt-BR': 'O número inteiro mais próximo, igual ou abaixo.',
  },
  signature: {
    parameters: [{ name: 'number', kind: 'number', tolerant: true }],
    result: 'float64',
  },
  duckdb: ([a]) => `floor(${a})`,
  js: () => Math.floor,
  examples: [
    { args: [2.7], result: 2 },
    { args: [-2.1], result: -3 },
  ],
});
