import { defineFunction } from '../../defineFunction.ts';
import { lit } from '../../build.ts';
import { isoWeekday } from '../../values/calendar.ts';

export const weekday = defineFunction({
  name: 'weekday',
  family: 'date',
  names: { en: 'WEEKDAY', 'pt-BR': 'DIA_DA_SEMANA' },
  summary: {
    en: 'The day of the week: Monday is 1, Sunday 7.',
    'pt-BR': 'O dia da semana: segunda é 1, domingo 7.',
  },
  signature: { parameters: [{ name: 'date', kind: 'date' }], result: 'int64' },
  duckdb: ([a]) => `date_part('isodow', ${a})`,
  js: () => isoWeekday,
  examples: [
    { args: [lit('2024-01-01', 'date')], result: 1 },
    { args: [lit('1969-12-28', 'date')], result: 7 },
  ],
});
