import { defineFunction } from '../../defineFunction.ts';
import { onceComputed } from '../../sql/once.ts';
import { quoteText } from '../../sql/quote.ts';
import { compilePattern, groupProblem } from '../../values/pattern.ts';

export const regexExtract = defineFunction({
  name: 'regex_extract',
  family: 'text',
  names: { en: 'REGEX_EXTRACT', 'pt-BR': 'REGEX_EXTRAIR' },
  summary: {
    en: 'The first match of a regular expression (RE2), or one group of it; empty (null) where nothing is found.',
    'pt-BR':
      'A primeira ocorrência de uma expressão regular (RE2), ou um grupo dela; vazia (nula) se não há.',
  },
  signature: {
    parameters: [
      { name: 'text', kind: 'text' },
      { name: 'pattern', kind: 'text', literal: true },
      { name: 'group', kind: 'count', literal: true },
    ],
    optional: 1,
    result: 'text',
  },
  problem: ({ literals }) =>
    groupProblem(literals[1] as string, (literals[2] as number | undefined) ?? 0),
  duckdb: ([a], { literals }) => {
    const group = (literals[2] as number | undefined) ?? 0;
    const found = `regexp_extract(${a}, ${quoteText(literals[1] as string)}, ${group})`;
    // DuckDB answers '' both for no match and for an empty one.
    return onceComputed(found, (text) => `CASE WHEN ${text} <> '' THEN ${text} END`);
  },
  js: ({ literals }) => {
    const pattern = compilePattern(literals[1] as string);
    const group = (literals[2] as number | undefined) ?? 0;
    return (text: string) => {
      const matcher = pattern.matcher(text);
      return matcher.find() ? matcher.group(group) || null : null;
    };
  },
  examples: [
    { args: ['pedido 4711', '\\d+'], result: '4711' },
    { args: ['ana@ufmg.br', '@(.+)$', 1], result: 'ufmg.br' },
    { args: ['abc', '\\d+'], result: null },
  ],
});
