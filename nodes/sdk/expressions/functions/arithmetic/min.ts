import { defineFunction } from '../../defineFunction.ts';
import { extreme } from './extreme.ts';

export const min = defineFunction({
  name: 'min',
  family: 'arithmetic',
  names: { en: 'MIN', 'pt-BR': 'MÍNIMO' },
  summary: {
    en: 'The smallest of the values that are filled in.',
    'pt-BR': 'O menor dos valores preenchidos.',
  },
  signature: {
    parameters: [
      { name: 'value', kind: 'same', of: ['int64', 'float64', 'text', 'date', 'timestamp'] },
    ],
    variadic: true,
    result: 'same',
  },
  duckdb: (args) => `least(${args.join(', ')})`,
  closure: (args, { types }) => extreme(args, types[0]!, -1),
  examples: [
    { args: [3, 1.5, 2], result: 1.5 },
    { args: [4, null], result: 4 },
    { args: ['b', 'a'], result: 'a' },
    { args: [null, null], result: null },
  ],
});
