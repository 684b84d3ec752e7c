import { defineFunction } from '../../defineFunction.ts';
import { once } from '../../sql/once.ts';
import { quoteText } from '../../sql/quote.ts';
import { paddingProblem, padding } from '../../values/padding.ts';

export const padLeft = defineFunction({
  name: 'pad_left',
  family: 'text',
  names: { en: 'PAD_LEFT', 'pt-BR': 'COMPLETAR_ESQUERDA' },
  summary: {
    en: 'Fills a short text on the left up to a length; a longer one stays whole.',
    'pt-BR': 'Completa à esquerda um texto curto até um tamanho; um mais longo fica inteiro.',
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
        `CASE WHEN length(${text}) < ${width as number} THEN lpad(${text}, ${width as number}, ${quoteText(fill as string)}) ELSE ${text} END`,
    ),
  js: ({ literals: [, width, fill] }) => {
    const fillFor = padding(width as number, fill as string);
    return (text: string) => fillFor(text) + text;
  },
  examples: [
    { args: ['1310', 8, '0'], result: '00001310' },
    { args: ['x', 4, 'ab'], result: 'abax' },
    { args: ['123', 2, '0'], result: '123' },
  ],
});
