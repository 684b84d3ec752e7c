import { defineFunction } from '../../defineFunction.ts';
export const contains = defineFunction({
  name: 'contains',
  family: 'text',
  names: { en: 'CONTAINS', 'pt-BR': 'CONTÉM' },
  summary: {
    en: 'Whether a text contains a part; letter case and accents count.',
    'pt-BR': 'Se um texto contém uma parte; maiúsculas e acentos contam.',
  },
  signature: {
    parameters: [
      { name: 'text', kind: 'text' },
      { name: 'part', kind: 'text' },
    ],
    result: 'bool',
  },
  duckdb: ([a, part]) => `contains(${a}, ${part})`,
  js: () => (text: string, part: string) => text.includes(part),
  examples: [
    { args: ['São Paulo', 'Paulo'], result: true },
    { args: ['São Paulo', 'sao'], result: false },
    { args: ['a', ''], result: true },
  ],
});
