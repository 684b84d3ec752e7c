import { defineFunction } from '../../defineFunction.ts';
import { lit } from '../../build.ts';
import { dateFormatProblem, directivesOf, parseDateFormat } from '../../values/dateFormat.ts';
import { formatBy } from '../../values/formatDate.ts';
import { quoteText } from '../../sql/quote.ts';

export const formatDate = defineFunction({
  name: 'format_date',
  family: 'date',
  names: { en: 'FORMAT_DATE', 'pt-BR': 'FORMATAR_DATA' },
  summary: {
    en: 'Writes a date as text in a format such as dd/mm/yyyy or yyyy-mm.',
    'pt-BR': 'Escreve uma data como texto em um formato como dd/mm/aaaa ou aaaa-mm.',
  },
  signature: {
    parameters: [
      { name: 'timestamp', kind: 'timestamp' },
      { name: 'format', kind: 'text', literal: true },
    ],
    result: 'text',
  },
  problem: ({ literals }) => dateFormatProblem(literals[1] as string, 'any'),
  duckdb: ([a], { literals }) =>
    `strftime(${a}, ${quoteText(directivesOf(parseDateFormat(literals[1] as string)!))})`,
  js: ({ literals }) => formatBy(parseDateFormat(literals[1] as string)!),
  examples: [
    { args: [lit('2024-01-31', 'date'), 'dd/mm/aaaa'], result: '31/01/2024' },
    { args: [lit('2024-01-31T10:05:07', 'timestamp'), 'yyyy-mm hh:mm'], result: '2024-01 10:05' },
    { args: [lit('0999-12-01', 'date'), 'dd/mm/yyyy'], result: '01/12/0999' },
  ],
});
