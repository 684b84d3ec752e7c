import { defineFunction } from '../../defineFunction.ts';
export const sign = defineFunction({
  name: 'sign',
  family: 'arithmetic',
  names: { en: 'SIGN', 'pt-BR': 'SINAL' },
  summary: {
    en: '-1 for numbers below zero, 0 for zero, 1 above.',
    'pt-BR': '-1 para números abaixo de zero, 0 para zero, 1 acima.',
  },
  signature: { parameters: [{ name: 'number', kind: 'number' }], result: 'int64' },
  duckdb: ([a]) => `CAST(sign(${a}) AS BIGINT)`,
  js: () => (a: number) => (a > 0 ? 1 : a < 0 ? -1 : 0),
  examples: [
    { args: [-0.2], result: -1 },
    { args: [0], result: 0 },
    { args: [9], result: 1 },
  ],
});
