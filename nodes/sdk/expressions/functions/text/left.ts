import { defineFunction } from '../../defineFunction.ts';
import { firstCodePoints } from '../../values/codePoints.ts';

export const left = defineFunction({
  name: 'left',
  family: 'text',
  names: { en: 'LEFT', 'pt-BR': 'ESQUERDA' },
  summary: {
    en: 'The first characters of a text.',
    'pt-BR': 'Os primeiros caracteres de um texto.',
  },
  signature: {
    parameters: [
      { name: 'text', kind: 'text' },
      { name: 'length', kind: 'count' },
    ],
    result: 'text',
  },
  duckdb: ([a, count]) => `left(${a}, ${count})`,
  js: () => firstCodePoints,
  examples: [
    { args: ['abc', 2], result: 'ab' },
    { args: ['😀bc', 1], result: '😀' },
    { args: ['abc', -1], result: '' },
  ],
});
