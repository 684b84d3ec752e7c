/** Above this many characters a repeated text costs more than a lambda of one element (about 5 ns a row). */
const LONGEST_REPEATED = 120;

const VARIABLE = '"$value"';

/**
 * SQL that names `sql` several times without repeating a long text: nested repetition would double at each level.
 * `body` may hold nothing but the variable and constants, because a lambda must not hold a subquery.
 */
export function once(sql: string, body: (variable: string) => string): string {
  if (sql.length <= LONGEST_REPEATED) return body(sql);
  return `(list_transform([${sql}], lambda ${VARIABLE}: ${body(VARIABLE)})[1])`;
}

/** NaN and ±infinity become null. */
export function finiteOrNull(sql: string): string {
  return once(sql, (value) => `CASE WHEN isfinite(${value}) THEN ${value} END`);
}
