/** What rows and groups are ranked by. */
import { quoteIdentifier, quoteLiteral, quoteText } from '#nodes/sdk/expressions/sql/quote.ts';
import { toTextSql } from '#nodes/sdk/expressions/sql/toText.ts';
import type { PartitionPlan } from '#nodes/sdk/plan/types.ts';
import type { Relation } from '../relation.ts';

export type Into = Exclude<PartitionPlan['into'], { kind: 'fold' }>;

/** md5 of `<text>|<seed>` in hexadecimal, which every engine gives alike. */
export function hashSql(text: string, seed: number): string {
  return `md5(${text} || ${quoteText(`|${seed}`)})`;
}

/** A column's value as text; missing stays missing. */
export function textSql(from: Relation, name: string): string {
  const { type } = from.columns.find((column) => column.name === name)!;
  return toTextSql(quoteIdentifier(name), type);
}

/** A column as a key of groups: -0 and 0 are one value. */
export function keySql(from: Relation, name: string, prefix = ''): string {
  const { type } = from.columns.find((column) => column.name === name)!;
  const own = `${prefix}${quoteIdentifier(name)}`;
  return type === 'float64' ? `(${own} + 0e0)` : own;
}

export function numberSql(value: number): string {
  return quoteLiteral(value, 'float64');
}

export interface Shares {
  /** Of all rows. */
  readonly test: number;
  /** Of the rows that are not test rows. */
  readonly validation: number;
  /** How many parts get rows at all. */
  readonly parts: number;
}

export function sharesOf(into: Extract<Into, { kind: 'holdout' }>): Shares {
  const rest = into.train + into.validation;
  return {
    test: into.test / (rest + into.test),
    validation: rest === 0 ? 0 : into.validation / rest,
    parts: [into.train, into.validation, into.test].filter((share) => share > 0).length,
  };
}
