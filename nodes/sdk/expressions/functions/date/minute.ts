import { defineFunction } from '../../defineFunction.ts';
import { lit } from '../../build.ts';
import { MICROS_PER_HOUR, MICROS_PER_MINUTE } from '../../values/calendar.ts';
import { modulo } from '../../values/modulo.ts';

export const minute = defineFunction({
  name: 'minute',
  family: 'date',
  names: { en: 'MINUTE', 'pt-BR': 'MINUTO' },
  summary: { en: 'The minute of a time, 0 to 59.', 'pt-BR': 'O minuto de um horário, 0 a 59.' },
  signature: { parameters: [{ name: 'timestamp', kind: 'timestamp' }], result: 'int64' },
  duckdb: ([a]) => `date_part('minute', ${a})`,
  js: () => (micros: number) => Math.floor(modulo(micros, MICROS_PER_HOUR) / MICROS_PER_MINUTE),
  examples: [{ args: [lit('2024-01-31T10:05:07', 'timestamp')], result: 5 }],
});
