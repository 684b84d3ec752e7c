import { defineFunction } from '../../defineFunction.ts';
export const and = defineFunction({
  name: 'and',
  family: 'logic',
  names: { en: 'AND', 'pt-BR': 'E' },
  summary: {
    en: 'True when all conditions are true: a AND b.',
    'pt-BR': 'Verdadeiro quando todas as condições são verdadeiras: a E b.',
  },
  signature: { parameters: [{ name: 'condition', kind: 'bool' }], variadic: true, result: 'bool' },
  duckdb: (args) => args.join(' AND '),
  closure: (args) => (row) => {
    let result: boolean | null = true;
    for (const arg of args) {
      const value = arg(row);
      if (value === false) return false;
      if (value === null) result = null;
    }
    return result;
  },
  examples: [
    { args: [true, true], result: true },
    { args: [true, false, null], result: false },
    { args: [true, null], result: null },
  ],
});
