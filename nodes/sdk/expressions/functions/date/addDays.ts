import { defineFunction } from '../../defineFunction.ts';
import { lit } from '../../build.ts';
import { MICROS_PER_DAY } from '../../values/calendar.ts';
import { domainSql, inYears } from './domain.ts';

export const addDays = defineFunction({
  name: 'add_days',
  family: 'date',
  names: { en: 'ADD_DAYS', 'pt-BR': 'SOMAR_DIAS' },
  summary: {
    en: 'A date some days later (earlier when below zero); empty (null) outside the years 1 to 9999.',
    'pt-BR':
      'Uma data alguns dias depois (antes, se negativo); vazia (nula) fora dos anos 1 a 9999.',
  },
  signature: {
    parameters: [
      { name: 'date', kind: 'same', of: ['date', 'timestamp'] },
      { name: 'days', kind: 'offset' },
    ],
    result: 'same',
  },
  duckdb: ([a, days], { types }) =>
    types[0] === 'timestamp'
      ? domainSql(`(${a} + to_days(CAST(${days} AS INTEGER)))`, 'timestamp')
      : domainSql(`(${a} + CAST(${days} AS INTEGER))`, 'date'),
  js: ({ types }) => {
    const type = types[0] === 'timestamp' ? 'timestamp' : 'date';
    const step = type === 'timestamp' ? MICROS_PER_DAY : 1;
    return (moment: number, days: number) => {
      const moved = moment + days * step;
      return inYears(moved, type) ? moved : null;
    };
  },
  examples: [
    { args: [lit('2024-02-28', 'date'), 2], result: '2024-03-01' },
    { args: [lit('1970-01-01T06:00:00', 'timestamp'), -1], result: '1969-12-31T06:00:00' },
    { args: [lit('9999-12-31', 'date'), 1], result: null },
  ],
});
