import { defineFunction } from '../../defineFunction.ts';
import { quoteText } from '../../sql/quote.ts';
import { BLANKS } from '../../values/blanks.ts';
import { decimalProblem, numberPattern, parseDecimal } from '../../values/decimalText.ts';

export const toNumber = defineFunction({
  name: 'to_number',
  family: 'conversion',
  names: { en: 'TO_NUMBER', 'pt-BR': 'PARA_NÚMERO' },
  summary: {
    en: 'Reads a text as a number, given its decimal sign ("." or ","); empty (null) where it is none. True is 1.',
    'pt-BR':
      'Lê um texto como número, dado o sinal decimal ("," ou "."); vazio (nulo) onde não é número. Verdadeiro é 1.',
  },
  signature: {
    parameters: [
      { name: 'value', kind: 'any', of: ['text', 'int64', 'float64', 'bool'] },
      { name: 'decimalSign', kind: 'text', literal: true },
    ],
    optional: 1,
    result: 'float64',
  },
  overflows: true,
  problem: decimalProblem,
  duckdb: ([a], { types, literals }) => {
    if (types[0] !== 'text') return `CAST(${a} AS DOUBLE)`;
    const sign = literals[1] as string;
    const thousands = sign === ',' ? '.' : ',';
    // What does not look like a number becomes '', which no cast takes.
    const digits = `regexp_extract(trim(${a}, ${quoteText(BLANKS)}), ${quoteText(numberPattern(sign))})`;
    return `TRY_CAST(replace(replace(${digits}, '${thousands}', ''), '${sign}', '.') AS DOUBLE)`;
  },
  js: ({ types, literals }) =>
    types[0] === 'text'
      ? parseDecimal(literals[1] as string)
      : (value: number | boolean) => Number(value),
  examples: [
    { args: ['1.234,56', ','], result: 1234.56 },
    { args: [' -2.5e3 ', '.'], result: -2500 },
    { args: ['12a', '.'], result: null },
    { args: ['1.23', ','], result: null },
    { args: [true], result: 1 },
    { args: [7], result: 7 },
  ],
});
