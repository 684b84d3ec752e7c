import { defineFunction } from '../../defineFunction.ts';
export const endsWith = defineFunction({
  name: 'ends_with',
  family: 'text',
  names: { en: 'ENDS_WITH', 'pt-BR': 'TERMINA_COM' },
  summary: {
    en: 'Whether a text ends with a part.',
    'pt-BR': 'Se um texto termina com uma parte.',
  },
  signature: {
    parameters: [
      { name: 'text', kind: 'text' },
      { name: 'part', kind: 'text' },
    ],
    result: 'bool',
  },
  duckdb: ([a, part]) => `ends_with(${a}, ${part})`,
  js: () => (text: string, part: string) => text.endsWith(part),
  examples: [
    { args: ['photo.jpg', '.jpg'], result: true },
    { args: ['photo.jpg', 'photo'], result: false },
  ],
});
