import { defineFunction } from '../../defineFunction.ts';
import { upperCase } from '../../values/letterCase.ts';

export const upper = defineFunction({
  name: 'upper',
  family: 'text',
  names: { en: 'UPPER', 'pt-BR': 'MAIÚSCULA' },
  summary: {
    en: 'The text in capital letters, one letter for each (ß becomes ẞ).',
    'pt-BR': 'O texto em letras maiúsculas, uma para cada letra (ß vira ẞ).',
  },
  signature: { parameters: [{ name: 'text', kind: 'text' }], result: 'text' },
  duckdb: ([a]) => `upper(${a})`,
  js: () => upperCase,
  examples: [
    { args: ['ação'], result: 'AÇÃO' },
    { args: ['straße'], result: 'STRAẞE' },
  ],
});
