import { defineFunction } from '../../defineFunction.ts';
import { extreme } from './extreme.ts';

export const max = defineFunction({
  name: 'max',
  family: 'arithmetic',
  names: { en: 'MAX', 'pt-BR': 'MÁXIMO' },
  summary: {
    en: 'The largest of the values that are filled in.',
    'pt-BR': 'O maior dos valores preenchidos.',
  },
  signature: {
    parameters: [
      { name: 'value', kind: 'same', of: ['int64', 'float64', 'text', 'date', 'timestamp'] },
    ],
    variadic: true,
    result: 'same',
  },
  duckdb: (args) => `greatest(${args.join(', ')})`,
  closure: (args, { types }) => extreme(args, types[0]!, 1),
  examples: [
    { args: [3, 7, 2], result: 7 },
    { args: [null, 4], result: 4 },
    { args: ['b', 'a'], result: 'b' },
  ],
});
