import { defineFunction } from '../../defineFunction.ts';
import { once } from '../../sql/once.ts';

export const toInteger = defineFunction({
  name: 'to_integer',
  family: 'conversion',
  names: { en: 'TO_INTEGER', 'pt-BR': 'PARA_INTEIRO' },
  summary: {
    en: 'Cuts the decimals off a number; empty (null) beyond 9,007,199,254,740,991.',
    'pt-BR': 'Corta as casas decimais de um número; vazio (nulo) além de 9.007.199.254.740.991.',
  },
  signature: { parameters: [{ name: 'number', kind: 'number' }], result: 'int64' },
  duckdb: ([a = '']) =>
    once(
      `trunc(${a})`,
      (x) => `CASE WHEN abs(${x}) <= 9007199254740991e0 THEN CAST(${x} AS BIGINT) END`,
    ),
  js: () => (a: number) => {
    // `+ 0` makes -0 a plain 0.
    const whole = Math.trunc(a) + 0;
    return Number.isSafeInteger(whole) ? whole : null;
  },
  examples: [
    { args: [2.9], result: 2 },
    { args: [-2.9], result: -2 },
    { args: [1e300], result: null },
  ],
});
