import { defineFunction } from '../../defineFunction.ts';
export const or = defineFunction({
  name: 'or',
  family: 'logic',
  names: { en: 'OR', 'pt-BR': 'OU' },
  summary: {
    en: 'True when at least one condition is true: a OR b.',
    'pt-BR': 'Verdadeiro quando ao menos uma condição é verdadeira: a OU b.',
  },
  signature: { parameters: [{ name: 'condition', kind: 'bool' }], variadic: true, result: 'bool' },
  duckdb: (args) => args.join(' OR '),
  closure: (args) => (row) => {
    let result: boolean | null = false;
    for (const arg of args) {
      const value = arg(row);
      if (value === true) return true;
      if (value === null) result = null;
    }
    return result;
  },
  examples: [
    { args: [false, true], result: true },
    { args: [false, true, null], result: true },
    { args: [false, null], result: null },
  ],
});
