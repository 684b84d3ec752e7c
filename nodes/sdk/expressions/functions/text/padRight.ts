import { defineFunction } from '../../defineFunction.ts';
import { once } from '../../sql/once.ts';
import { quoteText } from '../../sql/quote.ts';
import { paddingProblem, padding } from '../../values/padding.ts';

export const padRight = defineFunction({
  name: 'pad_right',
  family: 'text',
  names: { en: 'PAD_RIGHT', 'pt-BR': 'COMPLETAR_DIREITA' },
  summary: {
    en: 'Fills a short text on the right up to a length; a longer one stays whole.',
    'pt-BR': 'Completa à direita um texto curto até um tamanho; um mais longo fica inteiro.',
  },
  signature: {
    parameters: [
      { name: 'text', kind: 'text' },
      { name: 'length', kind: 'count', literal: true },
      { name: 'fill', kind: 'text', literal: true },
    ],
    result: 'text',
  },
  problem: paddingProblem,
  duckdb: ([a = ''], { literals: [, width, fill] }) =>
    once(
      a,
      (text) =>
        `CASE WHEN length(${text}) < ${width as number} THEN rpad(${text}, ${width as number}, ${quoteText(fill as string)}) ELSE ${text} END`,
    ),
  js: ({ literals: [, width, fill] }) => {
    const fillFor = padding(width as number, fill as string);
    return (text: string) => text + fillFor(text);
  },
  examples: [
    { args: ['a', 3, '.'], result: 'a..' },
    { args: ['abc', 2, '.'], result: 'abc' },
  ],
});
