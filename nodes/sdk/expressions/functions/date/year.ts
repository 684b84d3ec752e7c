import { defineFunction } from '../../defineFunction.ts';
import { lit } from '../../build.ts';
import { civilOf } from '../../values/calendar.ts';

export const year = defineFunction({
  name: 'year',
  family: 'date',
  names: { en: 'YEAR', 'pt-BR': 'ANO' },
  summary: { en: 'The year of a date.', 'pt-BR': 'O ano de uma data.' },
  signature: { parameters: [{ name: 'date', kind: 'date' }], result: 'int64' },
  duckdb: ([a]) => `date_part('year', ${a})`,
  js: () => (days: number) => civilOf(days).year,
  examples: [{ args: [lit('2024-01-31', 'date')], result: 2024 }],
});
