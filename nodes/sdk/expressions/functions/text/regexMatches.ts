import { defineFunction } from '../../defineFunction.ts';
import { quoteText } from '../../sql/quote.ts';
import { compilePattern, patternProblem, whereverAnchored } from '../../values/pattern.ts';

export const regexMatches = defineFunction({
  name: 'regex_matches',
  family: 'text',
  names: { en: 'REGEX_MATCHES', 'pt-BR': 'REGEX_CASA' },
  summary: {
    en: 'Whether a regular expression (RE2) is found anywhere in a text.',
    'pt-BR': 'Se uma expressão regular (RE2) é encontrada em um texto.',
  },
  signature: {
    parameters: [
      { name: 'text', kind: 'text' },
      { name: 'pattern', kind: 'text', literal: true },
    ],
    result: 'bool',
  },
  problem: ({ literals }) => patternProblem(literals[1] as string),
  duckdb: ([a], { literals }) =>
    `regexp_matches(${a}, ${quoteText(whereverAnchored(literals[1] as string))})`,
  js: ({ literals }) => {
    const pattern = compilePattern(literals[1] as string);
    return (text: string) => pattern.matcher(text).find();
  },
  examples: [
    { args: ['CEP 01310-100', '\\d{5}-\\d{3}'], result: true },
    { args: ['abc', '^b'], result: false },
  ],
});
