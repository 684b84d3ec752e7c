import { defineFunction } from '../../defineFunction.ts';
import { lit } from '../../build.ts';
import { isoWeek } from '../../values/calendar.ts';

export const week = defineFunction({
  name: 'week',
  family: 'date',
  names: { en: 'WEEK', 'pt-BR': 'SEMANA' },
  summary: {
    en: 'The ISO week of a date, 1 to 53; week 1 holds the first Thursday.',
    'pt-BR': 'A semana ISO de uma data, 1 a 53; a semana 1 tem a primeira quinta-feira.',
  },
  signature: { parameters: [{ name: 'date', kind: 'date' }], result: 'int64' },
  duckdb: ([a]) => `date_part('week', ${a})`,
  js: () => isoWeek,
  examples: [
    { args: [lit('2021-01-03', 'date')], result: 53 },
    { args: [lit('2021-01-04', 'date')], result: 1 },
  ],
});
