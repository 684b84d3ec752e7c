import { defineFunction } from '../../defineFunction.ts';
import { countCodePoints } from '../../values/codePoints.ts';

export const length = defineFunction({
  name: 'length',
  family: 'text',
  names: { en: 'LENGTH', 'pt-BR': 'TAMANHO' },
  summary: {
    en: 'Number of characters (Unicode code points).',
    'pt-BR': 'Número de caracteres (pontos de código Unicode).',
  },
  signature: { parameters: [{ name: 'text', kind: 'text' }], result: 'int64' },
  duckdb: ([a]) => `length(${a})`,
  js: () => countCodePoints,
  examples: [
    { args: ['ação'], result: 4 },
    { args: ['😀'], result: 1 },
    { args: [''], result: 0 },
  ],
});
