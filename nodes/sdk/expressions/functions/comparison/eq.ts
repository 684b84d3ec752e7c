import { defineFunction } from '../../defineFunction.ts';
import type { Value } from '../../types.ts';

export const eq = defineFunction({
  name: 'eq',
  family: 'comparison',
  names: { en: 'EQUAL', 'pt-BR': 'IGUAL' },
  summary: {
    en: 'Whether two values are equal: a = b.',
    'pt-BR': 'Se dois valores são iguais: a = b.',
  },
  signature: {
    parameters: [
      { name: 'value', kind: 'same' },
      { name: 'value', kind: 'same' },
    ],
    result: 'bool',
  },
  duckdb: ([a, b]) => `${a} = ${b}`,
  js: () => (a: Value, b: Value) => a === b,
  examples: [
    { args: [3, 3], result: true },
    { args: ['a', 'A'], result: false },
    { args: [1, null], result: null },
  ],
});
