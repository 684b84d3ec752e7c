import { defineFunction } from '../../defineFunction.ts';
import { once } from '../../sql/once.ts';
import { quoteLiteral } from '../../sql/quote.ts';

export const clip = defineFunction({
  name: 'clip',
  family: 'arithmetic',
  names: { en: 'CLIP', 'pt-BR': 'LIMITAR' },
  summary: {
    en: 'Keeps a number between two bounds: what lies outside becomes the bound.',
    'pt-BR': 'Mantém um número entre dois limites: o que passa vira o limite.',
  },
  signature: {
    parameters: [
      { name: 'number', kind: 'number' },
      { name: 'lowest', kind: 'number', literal: true },
      { name: 'highest', kind: 'number', literal: true },
    ],
    result: 'float64',
  },
  problem: ({ literals: [, lowest, highest] }) =>
    (lowest as number) > (highest as number)
      ? {
          code: 'expression-bounds-crossed',
          params: { lowest: lowest as number, highest: highest as number },
        }
      : undefined,
  duckdb: ([a = ''], { literals }) => {
    const [lowest, highest] = literals.slice(1).map((bound) => quoteLiteral(bound!, 'float64'));
    return once(
      a,
      (x) =>
        `CASE WHEN ${x} < ${lowest} THEN ${lowest} WHEN ${x} > ${highest} THEN ${highest} ELSE ${x} END`,
    );
  },
  js:
    ({ literals: [, lowest, highest] }) =>
    (a: number) =>
      a < (lowest as number)
        ? (lowest as number)
        : a > (highest as number)
          ? (highest as number)
          : a,
  examples: [
    { args: [15, 0, 10], result: 10 },
    { args: [-2, 0, 10], result: 0 },
    { args: [3.5, 0, 10], result: 3.5 },
    { args: [null, 0, 10], result: null },
  ],
});
