import { defineFunction } from '../../defineFunction.ts';
import type { Evaluate } from '../../types.ts';

export const isIn = defineFunction({
  name: 'in',
  family: 'comparison',
  names: { en: 'IN', 'pt-BR': 'EM' },
  summary: {
    en: 'Whether a value is one of those that follow.',
    'pt-BR': 'Se um valor é um dos que seguem.',
  },
  signature: {
    parameters: [
      { name: 'value', kind: 'same' },
      { name: 'value', kind: 'same' },
    ],
    variadic: true,
    result: 'bool',
  },
  duckdb: ([a, ...list]) => `${a} IN (${list.join(', ')})`,
  closure: (args) => {
    const [wanted, ...list] = args as readonly [Evaluate, ...Evaluate[]];
    return (row) => {
      const value = wanted(row);
      if (value === null) return null;
      let unknown = false;
      for (const item of list) {
        const candidate = item(row);
        if (candidate === value) return true;
        if (candidate === null) unknown = true;
      }
      return unknown ? null : false;
    };
  },
  examples: [
    { args: ['SP', 'RJ', 'SP'], result: true },
    { args: [3, 1, 2.5], result: false },
    { args: [3, 1, null], result: null },
  ],
});
