import { defineFunction } from '../../defineFunction.ts';
import { dateFormatProblem, parseDateFormat } from '../../values/dateFormat.ts';
import { parseBy, strptimeSql } from '../../values/parseDate.ts';

export const toDate = defineFunction({
  name: 'to_date',
  family: 'conversion',
  names: { en: 'TO_DATE', 'pt-BR': 'PARA_DATA' },
  summary: {
    en: 'Reads a text as a date in a format such as dd/mm/yyyy; empty (null) where it does not fit.',
    'pt-BR':
      'Lê um texto como data em um formato como dd/mm/aaaa; vazio (nulo) onde não corresponde.',
  },
  signature: {
    parameters: [
      { name: 'text', kind: 'text' },
      { name: 'format', kind: 'text', literal: true },
    ],
    result: 'date',
  },
  problem: ({ literals }) => dateFormatProblem(literals[1] as string, 'date'),
  duckdb: ([a = ''], { literals }) =>
    `CAST(${strptimeSql(a, parseDateFormat(literals[1] as string)!)} AS DATE)`,
  js: ({ literals }) => {
    const read = parseBy(parseDateFormat(literals[1] as string)!);
    return (text: string) => read(text)?.days ?? null;
  },
  examples: [
    { args: ['31/01/2024', 'dd/mm/aaaa'], result: '2024-01-31' },
    { args: ['20240229', 'yyyymmdd'], result: '2024-02-29' },
    { args: ['5/3/69', 'dd/mm/yy'], result: '1969-03-05' },
    { args: ['31/02/2024', 'dd/mm/yyyy'], result: null },
    { args: ['2024-01-31', 'dd/mm/yyyy'], result: null },
  ],
});
