import { defineFunction } from '../../defineFunction.ts';
import { lit } from '../../build.ts';
import { isoWeekday } from '../../values/calendar.ts';

export const isWeekend = defineFunction({
  name: 'is_weekend',
  family: 'date',
  names: { en: 'IS_WEEKEND', 'pt-BR': 'É_FIM_DE_SEMANA' },
  summary: {
    en: 'Whether a date is a Saturday or a Sunday.',
    'pt-BR': 'Se uma data é sábado ou domingo.',
  },
  signature: { parameters: [{ name: 'date', kind: 'date' }], result: 'bool' },
  duckdb: ([a]) => `date_part('isodow', ${a}) >= 6`,
  js: () => (days: number) => isoWeekday(days) >= 6,
  examples: [
    { args: [lit('2024-01-06', 'date')], result: true },
    { args: [lit('2024-01-08', 'date')], result: false },
  ],
});
