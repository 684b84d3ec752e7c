import { defineFunction } from '../../defineFunction.ts';
import { roundHalfAway } from '../../values/rounding.ts';

export const round = defineFunction({
  name: 'round',
  family: 'arithmetic',
  names: { en: 'ROUND', 'pt-BR': 'ARRED' },
  summary: {
    en: 'Rounds to a number of decimal places (0 when left out); halves go away from zero.',
    'pt-BR':
      'Arredonda para um número de casas decimais (0 se omitido); metades se afastam do zero.',
  },
  signature: {
    parameters: [
      { name: 'number', kind: 'number' },
      { name: 'digits', kind: 'count', literal: true },
    ],
    optional: 1,
    result: 'float64',
  },
  problem: ({ literals }) =>
    ((literals[1] as number | undefined) ?? 0) > 15
      ? { code: 'expression-argument-too-large', params: { position: 2, limit: 15 } }
      : undefined,
  duckdb: ([a], { literals }) => `round(${a}, ${(literals[1] as number | undefined) ?? 0})`,
  js: ({ literals }) => roundHalfAway((literals[1] as number | undefined) ?? 0),
  examples: [
    { args: [2.5], result: 3 },
    { args: [-2.5], result: -3 },
    { args: [3.14159, 2], result: 3.14 },
    { args: [1e308, 2], result: 1e308 },
  ],
});
