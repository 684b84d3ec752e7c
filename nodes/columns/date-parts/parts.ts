/** The parts of a date, each an expression over it and a name in either language. */
import { call } from '#nodes/sdk/expressions/build.ts';
import { daysSinceEpoch } from '#nodes/sdk/expressions/daysSinceEpoch.ts';
import type { Expr } from '#nodes/sdk/expressions/types.ts';
import type { ColumnMeta } from '#nodes/sdk/plan/types.ts';

export interface Part {
  /** Ends of the new column's name. */
  readonly suffix: { readonly en: string; readonly 'pt-BR': string };
  readonly expr: (date: Expr) => Expr;
  readonly meta?: ColumnMeta;
  /** A date without a time has no such part. */
  readonly needsTime?: true;
}

export const PARTS = {
  year: { suffix: { en: 'year', 'pt-BR': 'ano' }, expr: (date) => call('year', date) },
  quarter: {
    suffix: { en: 'quarter', 'pt-BR': 'trimestre' },
    expr: (date) => call('quarter', date),
  },
  month: { suffix: { en: 'month', 'pt-BR': 'mês' }, expr: (date) => call('month', date) },
  day: { suffix: { en: 'day', 'pt-BR': 'dia' }, expr: (date) => call('day', date) },
  weekday: {
    suffix: { en: 'weekday', 'pt-BR': 'dia da semana' },
    expr: (date) => call('weekday', date),
    // Sunday is 7 and Monday 1, but Sunday is no "more" than Monday.
    meta: { meaning: 'category' },
  },
  dayOfYear: {
    suffix: { en: 'day of year', 'pt-BR': 'dia do ano' },
    expr: (date) => call('day_of_year', date),
  },
  hour: {
    suffix: { en: 'hour', 'pt-BR': 'hora' },
    expr: (date) => call('hour', date),
    needsTime: true,
  },
  weekend: {
    suffix: { en: 'weekend', 'pt-BR': 'fim de semana' },
    expr: (date) => call('is_weekend', date),
  },
  days: { suffix: { en: 'days', 'pt-BR': 'dias' }, expr: daysSinceEpoch },
} as const satisfies Record<string, Part>;

export type PartName = keyof typeof PARTS;

export const partOf = (name: PartName): Part => PARTS[name];
