import { defineFunction } from '../../defineFunction.ts';
import { MICROS_PER_DAY } from '../../values/calendar.ts';
import { dateFormatProblem, parseDateFormat } from '../../values/dateFormat.ts';
import { parseBy, strptimeSql } from '../../values/parseDate.ts';

export const toTimestamp = defineFunction({
  name: 'to_timestamp',
  family: 'conversion',
  names: { en: 'TO_TIMESTAMP', 'pt-BR': 'PARA_DATA_HORA' },
  summary: {
    en: 'Reads a text as date and time in a format such as dd/mm/yyyy hh:mm:ss; empty (null) where it does not fit.',
    'pt-BR':
      'Lê um texto como data e hora em um formato como dd/mm/aaaa hh:mm:ss; vazio (nulo) onde não corresponde.',
  },
  signature: {
    parameters: [
      { name: 'text', kind: 'text' },
      { name: 'format', kind: 'text', literal: true },
    ],
    result: 'timestamp',
  },
  problem: ({ literals }) => dateFormatProblem(literals[1] as string, 'timestamp'),
  duckdb: ([a = ''], { literals }) => strptimeSql(a, parseDateFormat(literals[1] as string)!),
  js: ({ literals }) => {
    const read = parseBy(parseDateFormat(literals[1] as string)!);
    return (text: string) => {
      const moment = read(text);
      return moment === null ? null : moment.days * MICROS_PER_DAY + moment.seconds * 1e6;
    };
  },
  examples: [
    { args: ['31/01/2024 10:05:07', 'dd/mm/yyyy hh:mm:ss'], result: '2024-01-31T10:05:07' },
    { args: ['2024-01-31 23:59', 'yyyy-mm-dd hh:mm'], result: '2024-01-31T23:59:00' },
    { args: ['2024-01-31 24:00', 'yyyy-mm-dd hh:mm'], result: null },
  ],
});
