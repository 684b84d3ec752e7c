import { defineFunction } from '../../defineFunction.ts';
import { lit } from '../../build.ts';
import { civilOf } from '../../values/calendar.ts';

export const day = defineFunction({
  name: 'day',
  family: 'date',
  names: { en: 'DAY', 'pt-BR': 'DIA' },
  summary: {
    en: 'The day of the month of a date, 1 to 31.',
    'pt-BR': 'O dia do mês de uma data, 1 a 31.',
  },
  signature: { parameters: [{ name: 'date', kind: 'date' }], result: 'int64' },
  duckdb: ([a]) => `date_part('day', ${a})`,
  js: () => (days: number) => civilOf(days).day,
  examples: [{ args: [lit('2024-01-31', 'date')], result: 31 }],
});
