import { defineFunction } from '../../defineFunction.ts';
import { quoteText } from '../../sql/quote.ts';
import { BLANKS } from '../../values/blanks.ts';

export const trim = defineFunction({
  name: 'trim',
  family: 'text',
  names: { en: 'TRIM', 'pt-BR': 'APARAR' },
  summary: {
    en: 'The text without blanks at its ends (spaces, tabs, line ends).',
    'pt-BR': 'O texto sem brancos nas pontas (espaços, tabulações, quebras de linha).',
  },
  signature: { parameters: [{ name: 'text', kind: 'text' }], result: 'text' },
  // DuckDB's own default is the space alone.
  duckdb: ([a]) => `trim(${a}, ${quoteText(BLANKS)})`,
  js: () => (a: string) => a.trim(),
  examples: [
    { args: ['  a b \t'], result: 'a b' },
    { args: ['\u00a0x\n'], result: 'x' },
  ],
});
