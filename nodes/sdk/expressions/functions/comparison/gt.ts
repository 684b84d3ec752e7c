import { defineFunction } from '../../defineFunction.ts';
import { compareText } from '../../values/compareText.ts';
import { ORDERED } from './ordered.ts';

export const gt = defineFunction({
  name: 'gt',
  family: 'comparison',
  names: { en: 'GREATER_THAN', 'pt-BR': 'MAIOR_QUE' },
  summary: { en: 'Whether a stands after b: a > b.', 'pt-BR': 'Se a vem depois de b: a > b.' },
  signature: {
    parameters: [
      { name: 'value', kind: 'same', of: ORDERED },
      { name: 'value', kind: 'same', of: ORDERED },
    ],
    result: 'bool',
  },
  duckdb: ([a, b]) => `${a} > ${b}`,
  js: ({ types }) =>
    types[0] === 'text'
      ? (a: string, b: string) => compareText(a, b) > 0
      : (a: number, b: number) => a > b,
  examples: [
    { args: [2, 1], result: true },
    { args: ['a', 'b'], result: false },
    { args: [null, 1], result: null },
  ],
});
