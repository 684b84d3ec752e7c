import { defineFunction } from '../../defineFunction.ts';
import { lit } from '../../build.ts';
import { civilOf } from '../../values/calendar.ts';

export const quarter = defineFunction({
  name: 'quarter',
  family: 'date',
  names: { en: 'QUARTER', 'pt-BR': 'TRIMESTRE' },
  summary: { en: 'The quarter of a date, 1 to 4.', 'pt-BR': 'O trimestre de uma data, 1 a 4.' },
  signature: { parameters: [{ name: 'date', kind: 'date' }], result: 'int64' },
  duckdb: ([a]) => `date_part('quarter', ${a})`,
  js: () => (days: number) => Math.ceil(civilOf(days).month / 3),
  examples: [
    { args: [lit('2024-03-31', 'date')], result: 1 },
    { args: [lit('2024-10-01', 'date')], result: 4 },
  ],
});
