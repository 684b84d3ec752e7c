import { defineFunction } from '../../defineFunction.ts';
export const ceil = defineFunction({
  name: 'ceil',
  family: 'arithmetic',
  names: { en: 'CEILING', 'pt-BR': 'TETO' },
  summary: {
    en: 'The nearest whole number at or above.',
    'pt-BR': 'O número inteiro mais próximo, igual ou acima.',
  },
  signature: {
    parameters: [{ name: 'number', kind: 'number', tolerant: true }],
    result: 'float64',
  },
  duckdb: ([a]) => `ceil(${a})`,
  js: () => Math.ceil,
  examples: [
    { args: [2.1], result: 3 },
    { args: [-2.7], result: -2 },
  ],
});
