import { defineFunction } from '../../defineFunction.ts';
export const abs = defineFunction({
  name: 'abs',
  family: 'arithmetic',
  names: { en: 'ABS', 'pt-BR': 'ABS' },
  summary: { en: 'The number without its sign.', 'pt-BR': 'O número sem o sinal.' },
  signature: {
    parameters: [{ name: 'number', kind: 'number', tolerant: true }],
    result: 'float64',
  },
  duckdb: ([a]) => `abs(${a})`,
  js: () => Math.abs,
  examples: [
    { args: [-3.5], result: 3.5 },
    { args: [2], result: 2 },
  ],
});
