import { defineFunction } from '../../defineFunction.ts';
import { lit } from '../../build.ts';
import { civilOf, daysOf } from '../../values/calendar.ts';

export const dayOfYear = defineFunction({
  name: 'day_of_year',
  family: 'date',
  names: { en: 'DAY_OF_YEAR', 'pt-BR': 'DIA_DO_ANO' },
  summary: {
    en: 'The day of the year of a date, 1 to 366.',
    'pt-BR': 'O dia do ano de uma data, 1 a 366.',
  },
  signature: { parameters: [{ name: 'date', kind: 'date' }], result: 'int64' },
  duckdb: ([a]) => `date_part('doy', ${a})`,
  js: () => (days: number) => days - daysOf(civilOf(days).year, 1, 1) + 1,
  examples: [
    { args: [lit('2024-12-31', 'date')], result: 366 },
    { args: [lit('2023-01-01', 'date')], result: 1 },
  ],
});
