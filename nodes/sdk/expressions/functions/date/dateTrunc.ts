import { defineFunction } from '../../defineFunction.ts';
import { lit } from '../../build.ts';
import { truncate, UNITS, unitOf } from '../../values/dateUnits.ts';

export const dateTrunc = defineFunction({
  name: 'date_trunc',
  family: 'date',
  names: { en: 'DATE_TRUNC', 'pt-BR': 'TRUNCAR_DATA' },
  summary: {
    en: 'The beginning of the year, quarter, month, week (Monday), day, hour or minute of a date.',
    'pt-BR': 'O começo do ano, trimestre, mês, semana (segunda), dia, hora ou minuto de uma data.',
  },
  signature: {
    parameters: [
      { name: 'date', kind: 'same', of: ['date', 'timestamp'] },
      { name: 'unit', kind: 'text', literal: true },
    ],
    result: 'same',
  },
  problem: ({ literals }) =>
    unitOf(literals[1] as string) === undefined
      ? { code: 'expression-unit-unknown', params: { unit: literals[1] as string, known: UNITS } }
      : undefined,
  duckdb: ([a], { types, literals }) => {
    const start = `date_trunc('${unitOf(literals[1] as string)!}', ${a})`;
    // DuckDB makes a timestamp of a date.
    return types[0] === 'timestamp' ? start : `CAST(${start} AS DATE)`;
  },
  js: ({ types, literals }) =>
    truncate(unitOf(literals[1] as string)!, types[0] === 'timestamp' ? 'timestamp' : 'date'),
  examples: [
    { args: [lit('2024-05-17', 'date'), 'month'], result: '2024-05-01' },
    { args: [lit('2024-05-17', 'date'), 'semana'], result: '2024-05-13' },
    { args: [lit('2024-05-17T10:05:07', 'timestamp'), 'hour'], result: '2024-05-17T10:00:00' },
  ],
});
