/**
 * Sums of doubles that are the same in any order of rows and for any number of threads.
 *
 * Adding doubles rounds at each step, so their order shows in the last digits; adding integers does not. So doubles are
 * put on a grid of integers, which DuckDB adds in 128 bits:
 *
 * - *Scaled*, where the largest size m in a group is known: x · 2^(60 − ⌊log2 m⌋) rounded to a BIGINT. The grid is
 *   m · 2^-61, so n values are off by less than n · m · 2^-61 together: below what adding doubles loses. (Where m is
 *   below 2^-963, near the end of the doubles, the grid is 2^-1023.)
 * - *Limbs*, in one pass, where m is not known: x · 2^20 rounded to a BIGINT, and what is left of it · 2^62 rounded to a
 *   second one. Good to 2^-83 for sizes below 2^42. Groups for which that is not enough (m from 2^42, or so small that
 *   n · 2^-83 would be felt) are found by their m and summed once more, scaled; a hash join with an empty side reads
 *   nothing, so that costs nothing where there are none.
 *
 * Without keys the first pass finds m at the speed of a scan; with keys a second pass would have to join, so the limbs
 * go first. Over 10 M rows in Parquet, in processor time against `avg`: 2.3 without keys, 3.6 by 100 groups; against
 * `stddev` without keys 1.9.
 */

import { quoteLiteral } from '#nodes/sdk/expressions/sql/quote.ts';

/** 2^`power` as a double. */
export function two(power: number): string {
  return quoteLiteral(2 ** power, 'float64');
}

const LIMB = 20;
const REST = 62;
/** Sizes for which the limbs hold every bit that a double sum would. */
const LARGEST = 42;
const SMALLEST = -37;

/** The power of two that brings sizes up to `size` below 2^61. */
export function scaleSql(size: string): string {
  const power = `least(60e0 - floor(log2(${size})), 1023e0)`;
  return `CASE WHEN ${size} > 0 THEN pow(2e0, ${power}) ELSE 1e0 END`;
}

/** The scaled sum as an integer. */
export function scaledSumSql(value: string, scale: string): string {
  return `sum(CAST(${value} * ${scale} AS BIGINT))`;
}

/** A scaled sum back as a double; `divisor` stays 1 for a sum. May be infinite. */
export function unscaledSql(sum: string, scale: string, divisor: string): string {
  return `CAST(${sum} AS DOUBLE) / ${divisor} / ${scale}`;
}

export interface Limbs {
  readonly high: string;
  readonly low: string;
}

export function limbsSql(value: string): Limbs {
  const scaled = `${value} * ${two(LIMB)}`;
  const high = `TRY_CAST(${scaled} AS BIGINT)`;
  const low = `CAST((${scaled} - CAST(${high} AS DOUBLE)) * ${two(REST)} AS BIGINT)`;
  return { high: `sum(${high})`, low: `sum(${low})` };
}

export function fromLimbsSql({ high, low }: Limbs): string {
  const [h, l] = [`CAST(${high} AS DOUBLE)`, `CAST(${low} AS DOUBLE)`];
  return `(${h} * ${two(-LIMB)} + ${l} * ${two(-LIMB - REST)})`;
}

/** Whether the limbs are not good enough for a group: `size` is the largest size in it, `count` its present values. */
export function beyondLimbsSql(size: string, count: string): string {
  const within = `${size} < ${two(LARGEST)} AND ${size} >= CAST(${count} AS DOUBLE) * ${two(SMALLEST)}`;
  return `(${size} > 0 AND NOT (${within}))`;
}
