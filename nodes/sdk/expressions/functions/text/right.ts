import { defineFunction } from '../../defineFunction.ts';
import { lastCodePoints } from '../../values/codePoints.ts';

export const right = defineFunction({
  name: 'right',
  family: 'text',
  names: { en: 'RIGHT', 'pt-BR': 'DIREITA' },
  summary: { en: 'The last characters of a text.', 'pt-BR': 'Os últimos caracteres de um texto.' },
  signature: {
    parameters: [
      { name: 'text', kind: 'text' },
      { name: 'length', kind: 'count' },
    ],
    result: 'text',
  },
  duckdb: ([a, count]) => `right(${a}, ${count})`,
  js: () => lastCodePoints,
  examples: [
    { args: ['abc', 2], result: 'bc' },
    { args: ['abc', 0], result: '' },
    { args: ['abc', 9], result: 'abc' },
  ],
});
