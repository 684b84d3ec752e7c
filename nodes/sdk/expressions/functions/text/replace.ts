import { defineFunction } from '../../defineFunction.ts';
export const replace = defineFunction({
  name: 'replace',
  family: 'text',
  names: { en: 'REPLACE', 'pt-BR': 'SUBSTITUIR' },
  summary: {
    en: 'Puts another text in place of every occurrence of a part.',
    'pt-BR': 'Põe outro texto no lugar de cada ocorrência de uma parte.',
  },
  signature: {
    parameters: [
      { name: 'text', kind: 'text' },
      { name: 'part', kind: 'text' },
      { name: 'replacement', kind: 'text' },
    ],
    result: 'text',
  },
  duckdb: ([a, part, replacement]) => `replace(${a}, ${part}, ${replacement})`,
  js: () => (text: string, part: string, replacement: string) =>
    // A function, because a text would be searched for `$&` and the like.
    part === '' ? text : text.replaceAll(part, () => replacement),
  examples: [
    { args: ['1.234', '.', ''], result: '1234' },
    { args: ['aaa', 'aa', '$&'], result: '$&a' },
    { args: ['abc', '', 'x'], result: 'abc' },
  ],
});
