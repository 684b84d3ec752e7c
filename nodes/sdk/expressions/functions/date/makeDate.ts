import { defineFunction } from '../../defineFunction.ts';
import { domainSql } from './domain.ts';
import { daysInMonth, daysOf } from '../../values/calendar.ts';

export const makeDate = defineFunction({
  name: 'make_date',
  family: 'date',
  names: { en: 'DATE', 'pt-BR': 'DATA' },
  summary: {
    en: 'The date of a year, month and day; empty (null) where there is no such day.',
    'pt-BR': 'A data de um ano, mês e dia; vazia (nula) onde esse dia não existe.',
  },
  signature: {
    parameters: [
      { name: 'year', kind: 'offset' },
      { name: 'month', kind: 'offset' },
      { name: 'day', kind: 'offset' },
    ],
    result: 'date',
  },
  duckdb: ([year, month, day]) =>
    domainSql(
      `TRY_CAST(format('{:04d}-{:02d}-{:02d}', ${year}, ${month}, ${day}) AS DATE)`,
      'date',
    ),
  js: () => (year: number, month: number, day: number) => {
    if (year < 1 || year > 9999 || month < 1 || month > 12) return null;
    return day < 1 || day > daysInMonth(year, month) ? null : daysOf(year, month, day);
  },
  examples: [
    { args: [2024, 2, 29], result: '2024-02-29' },
    { args: [2023, 2, 29], result: null },
    { args: [0, 1, 1], result: null },
  ],
});
