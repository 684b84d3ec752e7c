import { defineFunction } from '../../defineFunction.ts';
import type { Evaluate } from '../../types.ts';

export const choose = defineFunction({
  name: 'if',
  family: 'logic',
  names: { en: 'IF', 'pt-BR': 'SE' },
  summary: {
    en: 'One value where the condition is true, another where it is false or empty (null).',
    'pt-BR': 'Um valor onde a condição é verdadeira, outro onde é falsa ou vazia (nula).',
  },
  signature: {
    parameters: [
      { name: 'condition', kind: 'bool' },
      { name: 'ifTrue', kind: 'same', tolerant: true },
      { name: 'ifFalse', kind: 'same', tolerant: true },
    ],
    result: 'same',
  },
  duckdb: ([condition, then, otherwise]) =>
    `CASE WHEN ${condition} THEN ${then} ELSE ${otherwise} END`,
  closure: (args) => {
    const [condition, then, otherwise] = args as readonly [Evaluate, Evaluate, Evaluate];
    return (row) => (condition(row) === true ? then(row) : otherwise(row));
  },
  examples: [
    { args: [true, 2, 3], result: 2 },
    { args: [false, 'yes', 'no'], result: 'no' },
    { args: [null, 1, 0], result: 0 },
    { args: [true, null, 0], result: null },
  ],
});
