import { defineFunction } from '../../defineFunction.ts';
import { lowerCase } from '../../values/letterCase.ts';

export const lower = defineFunction({
  name: 'lower',
  family: 'text',
  names: { en: 'LOWER', 'pt-BR': 'MINÚSCULA' },
  summary: {
    en: 'The text in small letters, one letter for each.',
    'pt-BR': 'O texto em letras minúsculas, uma para cada letra.',
  },
  signature: { parameters: [{ name: 'text', kind: 'text' }], result: 'text' },
  duckdb: ([a]) => `lower(${a})`,
  js: () => lowerCase,
  examples: [
    { args: ['AÇÃO'], result: 'ação' },
    { args: ['ΟΔΟΣ'], result: 'οδοσ' },
  ],
});
