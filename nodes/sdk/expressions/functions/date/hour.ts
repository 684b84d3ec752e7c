import { defineFunction } from '../../defineFunction.ts';
import { lit } from '../../build.ts';
import { MICROS_PER_DAY, MICROS_PER_HOUR } from '../../values/calendar.ts';
import { modulo } from '../../values/modulo.ts';

export const hour = defineFunction({
  name: 'hour',
  family: 'date',
  names: { en: 'HOUR', 'pt-BR': 'HORA' },
  summary: { en: 'The hour of a time, 0 to 23.', 'pt-BR': 'A hora de um horário, 0 a 23.' },
  signature: { parameters: [{ name: 'timestamp', kind: 'timestamp' }], result: 'int64' },
  duckdb: ([a]) => `date_part('hour', ${a})`,
  js: () => (micros: number) => Math.floor(modulo(micros, MICROS_PER_DAY) / MICROS_PER_HOUR),
  examples: [
    { args: [lit('2024-01-31T10:05:07', 'timestamp')], result: 10 },
    { args: [lit('1969-12-31T23:59:59', 'timestamp')], result: 23 },
  ],
});
