import { defineFunction } from '../../defineFunction.ts';
import { compareText } from '../../values/compareText.ts';
import { ORDERED } from './ordered.ts';

export const lt = defineFunction({
  name: 'lt',
  family: 'comparison',
  names: { en: 'LESS_THAN', 'pt-BR': 'MENOR_QUE' },
  summary: { en: 'Whether a stands before b: a < b.', 'pt-BR': 'Se a vem antes de b: a < b.' },
  signature: {
    parameters: [
      { name: 'value', kind: 'same', of: ORDERED },
      { name: 'value', kind: 'same', of: ORDERED },
    ],
    result: 'bool',
  },
  duckdb: ([a, b]) => `${a} < ${b}`,
  js: ({ types }) =>
    types[0] === 'text'
      ? (a: string, b: string) => compareText(a, b) < 0
      : (a: number, b: number) => a < b,
  examples: [
    { args: [1, 2], result: true },
    { args: ['b', 'a'], result: false },
    { args: [2, null], result: null },
  ],
});
