import { defineFunction } from '../../defineFunction.ts';
import { once } from '../../sql/once.ts';

export const ln = defineFunction({
  name: 'ln',
  family: 'arithmetic',
  names: { en: 'LN', 'pt-BR': 'LN' },
  summary: {
    en: 'Natural logarithm; empty (null) for zero and below.',
    'pt-BR': 'Logaritmo natural; vazio (nulo) para zero e abaixo.',
  },
  signature: { parameters: [{ name: 'number', kind: 'number' }], result: 'float64' },
  approximate: true,
  // DuckDB ends the query on zero and below.
  duckdb: ([a = '']) => once(a, (x) => `CASE WHEN ${x} > 0e0 THEN ln(${x}) END`),
  js: () => (a: number) => (a > 0 ? Math.log(a) : null),
  examples: [
    { args: [1], result: 0 },
    { args: [2.718281828459045], result: 1 },
    { args: [0], result: null },
  ],
});
