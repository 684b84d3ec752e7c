import { defineFunction } from '../../defineFunction.ts';
import { quoteText } from '../../sql/quote.ts';
import { compilePattern, replacementProblem } from '../../values/pattern.ts';
import { replacer } from '../../values/regexReplace.ts';

export const regexReplace = defineFunction({
  name: 'regex_replace',
  family: 'text',
  names: { en: 'REGEX_REPLACE', 'pt-BR': 'REGEX_SUBSTITUIR' },
  summary: {
    en: 'Puts another text in place of every match of a regular expression (RE2); \\1 to \\9 stand for its groups.',
    'pt-BR':
      'Põe outro texto no lugar de cada ocorrência de uma expressão regular (RE2); \\1 a \\9 são os grupos.',
  },
  signature: {
    parameters: [
      { name: 'text', kind: 'text' },
      { name: 'pattern', kind: 'text', literal: true },
      { name: 'replacement', kind: 'text', literal: true },
    ],
    result: 'text',
  },
  problem: ({ literals }) => replacementProblem(literals[1] as string, literals[2] as string),
  duckdb: ([a], { literals }) =>
    `regexp_replace(${a}, ${quoteText(literals[1] as string)}, ${quoteText(literals[2] as string)}, 'g')`,
  js: ({ literals }) => replacer(compilePattern(literals[1] as string), literals[2] as string),
  examples: [
    { args: ['(11) 98765-4321', '\\D', ''], result: '11987654321' },
    { args: ['31/01/2024', '(\\d+)/(\\d+)/(\\d+)', '\\3-\\2-\\1'], result: '2024-01-31' },
    { args: ['baac', 'a*', '-'], result: '-b-c-' },
  ],
});
