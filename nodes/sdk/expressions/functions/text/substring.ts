import { defineFunction } from '../../defineFunction.ts';
import { sliceCodePoints } from '../../values/codePoints.ts';

export const substring = defineFunction({
  name: 'substring',
  family: 'text',
  names: { en: 'SUBSTRING', 'pt-BR': 'TRECHO' },
  summary: {
    en: 'Characters from a position (the first is 1), as many as asked.',
    'pt-BR': 'Caracteres a partir de uma posição (a primeira é 1), tantos quantos pedidos.',
  },
  signature: {
    parameters: [
      { name: 'text', kind: 'text' },
      { name: 'start', kind: 'position' },
      { name: 'length', kind: 'count' },
    ],
    result: 'text',
  },
  duckdb: ([a, start, count]) => `substring(${a}, ${start}, ${count})`,
  js: () => (text: string, start: number, count: number) =>
    sliceCodePoints(text, start - 1, start - 1 + count),
  examples: [
    { args: ['abcdef', 2, 3], result: 'bcd' },
    { args: ['abc', 0, 2], result: 'ab' },
    { args: ['abc', 9, 2], result: '' },
  ],
});
