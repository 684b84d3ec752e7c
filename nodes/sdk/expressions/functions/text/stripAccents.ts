import { defineFunction } from '../../defineFunction.ts';
import { withoutAccents } from '../../values/accents.ts';

export const stripAccents = defineFunction({
  name: 'strip_accents',
  family: 'text',
  names: { en: 'STRIP_ACCENTS', 'pt-BR': 'SEM_ACENTOS' },
  summary: {
    en: 'The text without accents and other marks on its letters.',
    'pt-BR': 'O texto sem acentos e outros sinais sobre as letras.',
  },
  signature: { parameters: [{ name: 'text', kind: 'text' }], result: 'text' },
  // DuckDB's function ends at a NUL, so NULs are taken away on both sides.
  duckdb: ([a]) => `strip_accents(replace(${a}, chr(0), ''))`,
  js: () => (text: string) => withoutAccents(text.replaceAll('\0', '')),
  examples: [
    { args: ['São João da Boa Vista'], result: 'Sao Joao da Boa Vista' },
    { args: ['ñ ü ç'], result: 'n u c' },
  ],
});
