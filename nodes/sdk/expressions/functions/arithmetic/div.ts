import { defineFunction } from '../../defineFunction.ts';
export const div = defineFunction({
  name: 'div',
  family: 'arithmetic',
  names: { en: 'DIVIDE', 'pt-BR': 'DIVIDIR' },
  summary: {
    en: 'Quotient: a / b. A division by zero is empty (null).',
    'pt-BR': 'Quociente: a / b. Uma divisão por zero fica vazia (nula).',
  },
  signature: {
    parameters: [
      { name: 'number', kind: 'number', tolerant: true },
      // Not tolerant: a number divided by infinity would be 0 again.
      { name: 'divisor', kind: 'number' },
    ],
    result: 'float64',
  },
  overflows: true,
  duckdb: ([a, b]) => `${a} / ${b}`,
  js: () => (a: number, b: number) => a / b,
  examples: [
    { args: [7, 2], result: 3.5 },
    { args: [1, 0], result: null },
    { args: [0, 0], result: null },
  ],
});
