import { defineFunction } from '../../defineFunction.ts';
import { lit } from '../../build.ts';
export const daysBetween = defineFunction({
  name: 'days_between',
  family: 'date',
  names: { en: 'DAYS_BETWEEN', 'pt-BR': 'DIAS_ENTRE' },
  summary: {
    en: 'Days from the first date to the second; below zero when the second is earlier.',
    'pt-BR': 'Dias da primeira data até a segunda; negativo se a segunda vem antes.',
  },
  signature: {
    parameters: [
      { name: 'start', kind: 'date' },
      { name: 'end', kind: 'date' },
    ],
    result: 'int64',
  },
  duckdb: ([start, end]) => `CAST(${end} - ${start} AS BIGINT)`,
  js: () => (start: number, end: number) => end - start,
  examples: [
    { args: [lit('2024-01-31', 'date'), lit('2024-03-01', 'date')], result: 30 },
    { args: [lit('1970-01-01', 'date'), lit('1969-12-31', 'date')], result: -1 },
  ],
});
