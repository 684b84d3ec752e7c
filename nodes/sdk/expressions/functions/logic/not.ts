import { defineFunction } from '../../defineFunction.ts';
export const not = defineFunction({
  name: 'not',
  family: 'logic',
  names: { en: 'NOT', 'pt-BR': 'NÃO' },
  summary: {
    en: 'True when the condition is false, and the other way round.',
    'pt-BR': 'Verdadeiro quando a condição é falsa, e vice-versa.',
  },
  signature: { parameters: [{ name: 'condition', kind: 'bool' }], result: 'bool' },
  duckdb: ([a]) => `NOT ${a}`,
  js: () => (a: boolean) => !a,
  examples: [
    { args: [true], result: false },
    { args: [null], result: null },
  ],
});
