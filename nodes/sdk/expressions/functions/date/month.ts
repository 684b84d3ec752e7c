import { defineFunction } from '../../defineFunction.ts';
import { lit } from '../../build.ts';
import { civilOf } from '../../values/calendar.ts';

export const month = defineFunction({
  name: 'month',
  family: 'date',
  names: { en: 'MONTH', 'pt-BR': 'MÊS' },
  summary: { en: 'The month of a date, 1 to 12.', 'pt-BR': 'O mês de uma data, 1 a 12.' },
  signature: { parameters: [{ name: 'date', kind: 'date' }], result: 'int64' },
  duckdb: ([a]) => `date_part('month', ${a})`,
  js: () => (days: number) => civilOf(days).month,
  examples: [{ args: [lit('2024-01-31', 'date')], result: 1 }],
});
