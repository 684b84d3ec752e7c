import { defineFunction } from '../../defineFunction.ts';
import type { Evaluate } from '../../types.ts';

export const isNull = defineFunction({
  name: 'isnull',
  family: 'logic',
  names: { en: 'IS_NULL', 'pt-BR': 'É_NULO' },
  summary: { en: 'Whether a value is missing.', 'pt-BR': 'Se um valor está faltando.' },
  signature: { parameters: [{ name: 'value', kind: 'any' }], result: 'bool' },
  duckdb: ([a]) => `${a} IS NULL`,
  closure: (args) => {
    const [value] = args as readonly [Evaluate];
    return (row) => value(row) === null;
  },
  examples: [
    { args: [null], result: true },
    { args: [''], result: false },
    { args: [0], result: false },
  ],
});
