/** Above this many characters a repeated text costs more than a lambda of one element (about 5 ns a row). */
const LONGEST_REPEATED = 120;

const VARIABLE = '"$value"';
const FIELD = 'field';

/**
 * SQL that names `sql` several times without repeating a long text: nested repetition would double at each level.
 * `body` may hold nothing but the variable and constants, because a lambda must not hold a subquery.
 */
export function once(sql: string, body: (variable: string) => string): string {
  return sql.length <= LONGEST_REPEATED ? body(sql) : onceComputed(sql, body);
}

/** The same for what is dear to compute, such as a search: never twice. */
export function onceComputed(sql: string, body: (variable: string) => string): string {
  return `(list_transform([${sql}], lambda ${VARIABLE}: ${body(VARIABLE)})[1])`;
}

/** The same for several texts at once. */
export function onceAll(
  texts: readonly string[],
  body: (...variables: readonly string[]) => string,
): string {
  if (texts.every((sql) => sql.length <= LONGEST_REPEATED)) return body(...texts);
  const fields = texts.map((sql, index) => `'${FIELD}${index}': ${sql}`);
  const variables = texts.map((_, index) => `${VARIABLE}['${FIELD}${index}']`);
  return `(list_transform([{${fields.join(', ')}}], lambda ${VARIABLE}: ${body(...variables)})[1])`;
}

/** NaN and ±infinity become null. */
export function finiteOrNull(sql: string): string {
  return once(sql, (value) => `CASE WHEN isfinite(${value}) THEN ${value} END`);
}
