import { defineFunction } from '../../defineFunction.ts';
export const coalesce = defineFunction({
  name: 'coalesce',
  family: 'logic',
  names: { en: 'COALESCE', 'pt-BR': 'SE_NULO' },
  summary: {
    en: 'The first value that is filled in.',
    'pt-BR': 'O primeiro valor preenchido.',
  },
  signature: {
    parameters: [
      { name: 'value', kind: 'same' },
      { name: 'ifFalse', kind: 'same' },
    ],
    variadic: true,
    result: 'same',
  },
  duckdb: (args) => `coalesce(${args.join(', ')})`,
  closure: (args) => (row) => {
    for (const arg of args) {
      const value = arg(row);
      if (value !== null) return value;
    }
    return null;
  },
  examples: [
    { args: [null, 0], result: 0 },
    { args: [null, null, 'x'], result: 'x' },
    { args: [5, 0], result: 5 },
  ],
});
