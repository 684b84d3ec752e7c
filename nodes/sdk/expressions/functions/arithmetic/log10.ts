import { defineFunction } from '../../defineFunction.ts';
import { once } from '../../sql/once.ts';

export const log10 = defineFunction({
  name: 'log10',
  family: 'arithmetic',
  names: { en: 'LOG10', 'pt-BR': 'LOG10' },
  summary: {
    en: 'Logarithm to base 10; empty (null) for zero and below.',
    'pt-BR': 'Logaritmo na base 10; vazio (nulo) para zero e abaixo.',
  },
  signature: { parameters: [{ name: 'number', kind: 'number' }], result: 'float64' },
  approximate: true,
  // DuckDB ends the query on zero and below.
  duckdb: ([a = '']) => once(a, (x) => `CASE WHEN ${x} > 0e0 THEN log10(${x}) END`),
  js: () => (a: number) => (a > 0 ? Math.log10(a) : null),
  examples: [
    { args: [1000], result: 3 },
    { args: [0.01], result: -2 },
    { args: [-5], result: null },
  ],
});
