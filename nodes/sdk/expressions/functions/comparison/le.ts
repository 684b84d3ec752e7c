import { defineFunction } from '../../defineFunction.ts';
import { compareText } from '../../values/compareText.ts';
import { ORDERED } from './ordered.ts';

export const le = defineFunction({
  name: 'le',
  family: 'comparison',
  names: { en: 'AT_MOST', 'pt-BR': 'NO_MÁXIMO' },
  summary: {
    en: 'Whether a stands before b or equals it: a <= b.',
    'pt-BR': 'Se a vem antes de b ou é igual: a <= b.',
  },
  signature: {
    parameters: [
      { name: 'value', kind: 'same', of: ORDERED },
      { name: 'value', kind: 'same', of: ORDERED },
    ],
    result: 'bool',
  },
  duckdb: ([a, b]) => `${a} <= ${b}`,
  js: ({ types }) =>
    types[0] === 'text'
      ? (a: string, b: string) => compareText(a, b) <= 0
      : (a: number, b: number) => a <= b,
  examples: [
    { args: [2, 2], result: true },
    { args: [3, 2.5], result: false },
  ],
});
