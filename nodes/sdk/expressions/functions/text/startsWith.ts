import { defineFunction } from '../../defineFunction.ts';
export const startsWith = defineFunction({
  name: 'starts_with',
  family: 'text',
  names: { en: 'STARTS_WITH', 'pt-BR': 'COMEÇA_COM' },
  summary: {
    en: 'Whether a text begins with a part.',
    'pt-BR': 'Se um texto começa com uma parte.',
  },
  signature: {
    parameters: [
      { name: 'text', kind: 'text' },
      { name: 'part', kind: 'text' },
    ],
    result: 'bool',
  },
  duckdb: ([a, part]) => `starts_with(${a}, ${part})`,
  js: () => (text: string, part: string) => text.startsWith(part),
  examples: [
    { args: ['BR-101', 'BR'], result: true },
    { args: ['BR-101', '101'], result: false },
  ],
});
