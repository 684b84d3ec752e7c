import { defineFunction } from '../../defineFunction.ts';
export const concat = defineFunction({
  name: 'concat',
  family: 'text',
  names: { en: 'CONCAT', 'pt-BR': 'CONCATENAR' },
  summary: {
    en: 'Joins texts; numbers and dates are written as text: a & b.',
    'pt-BR': 'Junta textos; números e datas são escritos como texto: a & b.',
  },
  signature: {
    parameters: [
      { name: 'text', kind: 'textual' },
      { name: 'text', kind: 'textual' },
    ],
    variadic: true,
    result: 'text',
  },
  duckdb: (args) => args.join(' || '),
  js: () => (a: string, b: string) => a + b,
  examples: [
    { args: ['Ana', ' ', 'Lima'], result: 'Ana Lima' },
    { args: ['n', 1.5], result: 'n1.5' },
    { args: ['a', null], result: null },
  ],
});
