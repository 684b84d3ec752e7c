import { once } from '../../sql/once.ts';
import { FIRST_DAY, inDomain, LAST_DAY, MICROS_PER_DAY } from '../../values/calendar.ts';

type Moment = 'date' | 'timestamp';

/** Null outside the years 1 to 9999, as SQL. */
export function domainSql(sql: string, type: Moment): string {
  const [first, end] =
    type === 'date'
      ? ["DATE '0001-01-01'", "DATE '10000-01-01'"]
      : ["TIMESTAMP '0001-01-01 00:00:00'", "TIMESTAMP '10000-01-01 00:00:00'"];
  return once(
    sql,
    (value) => `CASE WHEN ${value} >= ${first} AND ${value} < ${end} THEN ${value} END`,
  );
}

/** The same on days or microseconds. */
export function inYears(value: number, type: Moment): boolean {
  if (type === 'date') return inDomain(value);
  return value >= FIRST_DAY * MICROS_PER_DAY && value < (LAST_DAY + 1) * MICROS_PER_DAY;
}
