import { defineFunction } from '../../defineFunction.ts';
import { lit } from '../../build.ts';
export const toText = defineFunction({
  name: 'to_text',
  family: 'conversion',
  names: { en: 'TO_TEXT', 'pt-BR': 'PARA_TEXTO' },
  summary: {
    en: 'Writes a value as text: 1.5, true, 2024-01-31.',
    'pt-BR': 'Escreve um valor como texto: 1.5, true, 2024-01-31.',
  },
  signature: { parameters: [{ name: 'value', kind: 'textual' }], result: 'text' },
  duckdb: ([a = '']) => a,
  js: () => (text: string) => text,
  examples: [
    { args: [1.5], result: '1.5' },
    { args: [3], result: '3' },
    { args: [1e16], result: '1e+16' },
    { args: [1.5e-7], result: '1.5e-07' },
    { args: [false], result: 'false' },
    { args: [lit('2024-01-31', 'date')], result: '2024-01-31' },
    { args: [lit('2024-01-31T10:05:07.5', 'timestamp')], result: '2024-01-31 10:05:07.5' },
  ],
});
