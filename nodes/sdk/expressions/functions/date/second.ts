import { defineFunction } from '../../defineFunction.ts';
import { lit } from '../../build.ts';
import { MICROS_PER_MINUTE } from '../../values/calendar.ts';
import { modulo } from '../../values/modulo.ts';

export const second = defineFunction({
  name: 'second',
  family: 'date',
  names: { en: 'SECOND', 'pt-BR': 'SEGUNDO' },
  summary: {
    en: 'The whole second of a time, 0 to 59.',
    'pt-BR': 'O segundo inteiro de um horário, 0 a 59.',
  },
  signature: { parameters: [{ name: 'timestamp', kind: 'timestamp' }], result: 'int64' },
  duckdb: ([a]) => `date_part('second', ${a})`,
  js: () => (micros: number) => Math.floor(modulo(micros, MICROS_PER_MINUTE) / 1e6),
  examples: [{ args: [lit('2024-01-31T10:05:07.9', 'timestamp')], result: 7 }],
});
