import { defineFunction } from '../../defineFunction.ts';
import type { Value } from '../../types.ts';

export const ne = defineFunction({
  name: 'ne',
  family: 'comparison',
  names: { en: 'NOT_EQUAL', 'pt-BR': 'DIFERENTE' },
  summary: {
    en: 'Whether two values differ: a <> b.',
    'pt-BR': 'Se dois valores são diferentes: a <> b.',
  },
  signature: {
    parameters: [
      { name: 'value', kind: 'same' },
      { name: 'value', kind: 'same' },
    ],
    result: 'bool',
  },
  duckdb: ([a, b]) => `${a} <> ${b}`,
  js: () => (a: Value, b: Value) => a !== b,
  examples: [
    { args: [3, 4], result: true },
    { args: ['a', 'a'], result: false },
    { args: [null, null], result: null },
  ],
});
