import { defineFunction } from '../../defineFunction.ts';
import { once } from '../../sql/once.ts';

export const sqrt = defineFunction({
  name: 'sqrt',
  family: 'arithmetic',
  names: { en: 'SQRT', 'pt-BR': 'RAIZ' },
  summary: {
    en: 'Square root; empty (null) for numbers below zero.',
    'pt-BR': 'Raiz quadrada; vazia (nula) para números abaixo de zero.',
  },
  signature: { parameters: [{ name: 'number', kind: 'number' }], result: 'float64' },
  // DuckDB ends the query on a number below zero.
  duckdb: ([a = '']) => once(a, (x) => `CASE WHEN ${x} >= 0e0 THEN sqrt(${x}) END`),
  js: () => (a: number) => (a >= 0 ? Math.sqrt(a) : null),
  examples: [
    { args: [9], result: 3 },
    { args: [2], result: 1.4142135623730951 },
    { args: [-1], result: null },
  ],
});
